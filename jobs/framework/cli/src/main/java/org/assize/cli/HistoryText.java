package org.assize.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assize.cli.quality.Expectation;
import org.assize.cli.quality.Reading;
import org.assize.cli.quality.RuleWords;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.Sparkline;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;
import org.assize.core.RuleResult.Effect;

/** The history of rules as lines: blocks where there are colours, figures elsewhere. */
record HistoryText(Style style, int most) {

  private static final int FIGURES = 8;

  /** The newest of a list. */
  static List<Reading> last(List<Reading> readings, int most) {
    return readings.subList(Math.max(0, readings.size() - Math.max(most, 0)), readings.size());
  }

  /** One line for each rule. */
  List<String> rules(List<Expectation> rules) {
    var table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT);
    table.row("rule", "trend", "last", "usual", "outcome");
    boolean anyHeld = false;
    for (Expectation rule : rules) {
      List<Reading> readings = last(rule.readings(), most);
      anyHeld |= readings.stream().anyMatch(Reading::isHeld);
      table.row(
          rule.rule(),
          trend(readings),
          rule.last().map(HistoryText::figure).orElse(""),
          rule.last().map(HistoryText::usual).orElse(""),
          rule.last().map(this::outcome).orElse(style.faint("not measured yet")));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (anyHeld) {
      lines.add(style == Style.COLOURED ? "(✕ held back)" : "(! held back)");
    }
    return lines;
  }

  /** One line for each batch of a rule. */
  List<String> batches(Expectation rule) {
    List<Reading> readings = last(rule.readings(), most);
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(rule.rule()) + ": " + rule.sentence());
    if (!rule.limit().isEmpty()) {
      lines.add(rule.limit());
    }
    if (!rule.disclosure().reason().isEmpty() && readings.stream().allMatch(this::isHidden)) {
      lines.add(rule.disclosure().reason());
    }
    if (style == Style.COLOURED) {
      lines.add(trend(readings));
    }
    var table = new TextTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT);
    table.row(
        "batch of",
        rule.unit().isEmpty() ? "figure" : rule.unit(),
        "of rows",
        "usual",
        "outcome",
        "batch");
    for (Reading reading : readings) {
      table.row(
          time(reading.at()),
          figure(reading),
          Numbers.count(reading.rows()),
          usual(reading),
          outcome(reading),
          reading.batchId());
    }
    lines.addAll(table.lines());
    return lines;
  }

  private boolean isHidden(Reading reading) {
    return reading.figure().isEmpty();
  }

  private String trend(List<Reading> all) {
    List<Reading> readings = all.stream().filter(one -> one.figure().isPresent()).toList();
    if (style == Style.PLAIN) {
      return String.join(" ", last(readings, FIGURES).stream().map(HistoryText::marked).toList());
    }
    List<String> blocks =
        Sparkline.blocks(
            readings.stream().mapToDouble(reading -> reading.figure().orElse(0)).toArray());
    var line = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      line.append(readings.get(i).isHeld() ? style.bad("✕") : blocks.get(i));
    }
    return line.toString();
  }

  private static String marked(Reading reading) {
    return figure(reading) + (reading.isHeld() ? "!" : "");
  }

  private static String figure(Reading reading) {
    return reading.figure().isPresent() ? RuleWords.number(reading.figure().getAsDouble()) : "";
  }

  private static String usual(Reading reading) {
    if (reading.low().isEmpty() || reading.high().isEmpty()) {
      return "";
    }
    return RuleWords.number(reading.low().getAsDouble())
        + " to "
        + RuleWords.number(reading.high().getAsDouble());
  }

  private String outcome(Reading reading) {
    if (reading.isExempt()) {
      return style.faint("exempt");
    }
    String word = word(reading);
    if (reading.isHeld()) {
      return style.bad(word);
    }
    return reading.effect() == Effect.NONE ? style.good(word) : style.doubtful(word);
  }

  private static String word(Reading reading) {
    return switch (reading.effect()) {
      case NONE -> reading.isHeld() ? "met, batch held" : "met";
      case REFUSED -> "rows refused";
      case WARNED -> "warned";
      case HELD -> reading.isHeld() ? "held the batch" : "accepted";
    };
  }

  /** To the minute, in UTC as everywhere on the command line. */
  private static String time(Instant at) {
    return at.toString().substring(0, 16).toLowerCase(Locale.ROOT).replace('t', ' ') + "Z";
  }
}
