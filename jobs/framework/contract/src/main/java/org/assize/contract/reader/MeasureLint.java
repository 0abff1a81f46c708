package org.assize.contract.reader;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.contract.Measure;
import org.assize.contract.Usual;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Whether what a rule wants measured over many rows can be measured. */
final class MeasureLint {

  /** Measures that are a value of some row. */
  private static final Set<Measure> VALUES =
      Set.of(Measure.MINIMUM, Measure.MAXIMUM, Measure.QUANTILE);

  private static final Set<String> NUMBERS = Set.of("integer", "number");
  private static final Set<String> TIMES = Set.of("date", "timestamp");

  private final Faults faults;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Set<String> classified = new HashSet<>();

  MeasureLint(List<Mapping> columns, Faults faults) {
    this.faults = faults;
    columns.stream()
        .filter(MeasureLint::isClassified)
        .forEach(column -> column.text("name").ifPresent(classified::add));
    columns.forEach(
        column ->
            column
                .text("name")
                .ifPresent(name -> types.put(name, column.text("logicalType").orElse("string"))));
  }

  private static boolean isClassified(Mapping column) {
    return !column.text("classification").orElse("public").equals("public")
        || column.mappings("properties").stream().anyMatch(MeasureLint::isClassified)
        || column.mapping("items").filter(MeasureLint::isClassified).isPresent();
  }

  static List<String> words() {
    return Arrays.stream(Measure.values()).filter(Measure::isNamed).map(Words::word).toList();
  }

  /** Checks the mapping below {@code implementation}. */
  void check(Mapping implementation) {
    if (implementation.has("java")) {
      new JavaLint(types, faults).check(implementation);
      return;
    }
    if (!implementation.has("measure")) {
      return;
    }
    faults.oneOf(implementation, "measure", words());
    MeasureMapper.spec(implementation)
        .ifPresent(
            spec -> {
              columns(implementation, spec.measure());
              quantile(implementation, spec.measure());
              if (implementation.has("by") && spec.measure() != Measure.LONGEST_GAP) {
                faults.invalid(
                    implementation.placeOf("by"),
                    "Only `longestGap` takes `by`.",
                    "",
                    "Remove it.");
              }
            });
    expectation(implementation);
  }

  private void columns(Mapping implementation, Measure measure) {
    List<String> names = MeasureMapper.columns(implementation);
    String word = Words.word(measure);
    if (names.size() != measure.columns()) {
      faults.invalid(
          implementation.place(),
          "`" + word + "` takes " + measure.columns() + " columns, not " + names.size() + ".",
          "",
          measure.columns() == 1 ? "Add for example `column: speed`." : "");
    }
    for (String key : List.of("column", "columns", "by")) {
      for (Scalar name : implementation.scalars(key)) {
        String type = types.get(name.text());
        if (type == null) {
          faults.unknownColumn(name.place(), name.text(), key, types.keySet());
        } else if (!key.equals("by") && !fits(measure.operand(), type)) {
          faults.invalid(
              name.place(),
              "`" + word + "` cannot be measured of `" + name.text() + "`.",
              "Its logical type is " + type + ".",
              "");
        } else if (VALUES.contains(measure) && classified.contains(name.text())) {
          faults.invalid(
              name.place(),
              "`" + word + "` of a classified column would be a value of some row.",
              "Measures are kept for ever, and for everybody.",
              "Write a condition, for example `" + name.text() + " < 100`, as a rule.");
        }
      }
    }
  }

  private static boolean fits(Measure.Operand operand, String type) {
    return switch (operand) {
      case ANY -> true;
      case NUMBER -> NUMBERS.contains(type);
      case TIME -> TIMES.contains(type);
    };
  }

  private void quantile(Mapping implementation, Measure measure) {
    if (!implementation.has("quantile")) {
      return;
    }
    boolean isShare =
        implementation
            .text("quantile")
            .flatMap(MeasureMapper::number)
            .filter(at -> at >= 0 && at <= 1)
            .isPresent();
    if (!measure.hasQuantile() || !isShare) {
      faults.invalid(
          implementation.placeOf("quantile"),
          "`quantile` is a number from 0 to 1, of `quantile` and `latency` alone.",
          "",
          "");
    }
  }

  private void expectation(Mapping implementation) {
    long bounds = QualityMapper.OPERATORS.stream().filter(implementation::has).count();
    long all = bounds + (implementation.has("usual") ? 1 : 0);
    if (all != 1) {
      faults.missing(
          implementation.place(),
          "The rule needs one expectation of its measure, and has " + all + ".",
          "Add one of mustBe, mustBeLessThan and so on, or `usual`.");
    }
    implementation
        .mapping("usual")
        .ifPresent(
            usual ->
                faults.oneOf(
                    usual,
                    "strategy",
                    Arrays.stream(Usual.Strategy.values()).map(Words::word).toList()));
  }
}
