package org.assize.bench.days;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.assize.core.Measurement;
import org.assize.core.RuleResult.Effect;

/** The table that people read: what became of the figures of each rule. */
record DaysReport(List<Measurement> measurements) {

  private static final String HEAD =
      """
      | rule | figures | judged | held | warned |
      |---|---|---|---|---|
      """;

  DaysReport {
    measurements = List.copyOf(measurements);
  }

  /** How many figures had this effect. */
  long count(Effect effect) {
    return measurements.stream().filter(one -> one.result().effect() == effect).count();
  }

  /** The rules that measure something; those about single rows are left out. */
  String text() {
    Map<String, int[]> rules = new LinkedHashMap<>();
    for (Measurement one : measurements) {
      if (!one.result().measure().equals("broken_rows")) {
        String rule = one.table().replaceFirst(".*\\.", "") + "." + one.result().rule();
        int[] counts = rules.computeIfAbsent(rule, name -> new int[4]);
        counts[0]++;
        counts[1] += one.result().low().isPresent() ? 1 : 0;
        counts[2] += one.result().effect() == Effect.HELD ? 1 : 0;
        counts[3] += one.result().effect() == Effect.WARNED ? 1 : 0;
      }
    }
    var text = new StringBuilder(HEAD);
    rules.forEach(
        (rule, n) ->
            text.append(
                String.format(
                    Locale.ROOT, "| %s | %d | %d | %d | %d |%n", rule, n[0], n[1], n[2], n[3])));
    return text.toString();
  }

  /** One line for each figure that held a batch. */
  String holds() {
    var text = new StringBuilder();
    for (Measurement one : measurements) {
      if (one.result().effect() == Effect.HELD) {
        text.append(
            String.format(
                Locale.ROOT,
                "held at %s: %s %s, figure %s, usual %s to %s%n",
                one.at(),
                one.table(),
                one.result().rule(),
                shown(one.result().value()),
                shown(one.result().low()),
                shown(one.result().high())));
      }
    }
    return text.toString();
  }

  private static String shown(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.2f", figure.getAsDouble()) : "-";
  }
}
