package org.assize.contract.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Whether the metrics of rules are where they can be measured, with what they need. */
final class MetricLint {

  /** What divides the parts of a nested column's path; no name has it. */
  private static final String NESTED = "__";

  private static final Pattern ZERO = Pattern.compile("[-+]?0+(\\.0*)?");
  private static final Map<String, Set<String>> ARGUMENTS =
      Map.of(
          "nullValues", Set.of(),
          "rowCount", Set.of(),
          "missingValues", Set.of("missingValues"),
          "invalidValues", Set.of("validValues", "pattern"),
          "duplicateValues", Set.of("properties"));

  private final List<String> columns;
  private final Faults faults;

  MetricLint(List<String> columns, Faults faults) {
    this.columns = columns;
    this.faults = faults;
  }

  /** Whether the rule lets nothing pass that it counts. */
  static boolean allowsNone(Mapping rule) {
    return rule.text("mustBe").filter(number -> ZERO.matcher(number).matches()).isPresent();
  }

  /**
   * Checks a rule of type library, of the table or of a column.
   *
   * @param path the column's name, with those of the columns that hold it before it
   */
  void check(Mapping rule, String metric, Optional<Mapping> column, String path) {
    for (String operator : List.of("mustBeBetween", "mustNotBeBetween")) {
      if (rule.has(operator)) {
        faults.invalid(
            rule.placeOf(operator),
            "`" + operator + "` is not used.",
            "Tools disagree whether it includes its ends.",
            "Write two rules, mustBeGreaterOrEqualTo and mustBeLessOrEqualTo.");
      }
    }
    if (rule.has("rule")) {
      faults.invalid(rule.placeOf("rule"), "`rule` is the old name of `metric`.", "", "Rename it.");
    }
    faults.oneOf(rule, "unit", List.of("rows", "percent"));
    arguments(rule, metric);
    switch (metric) {
      case "rowCount" -> rowCount(rule, column);
      case "duplicateValues" -> duplicates(rule, column, path);
      case "nullValues", "missingValues", "invalidValues" -> {
        if (column.isEmpty()) {
          faults.invalid(
              rule.placeOf("metric"),
              "`" + metric + "` is about one column.",
              "",
              "Move the rule to the column.");
        }
        invalidValues(rule, metric, column);
      }
      default -> {}
    }
  }

  private void arguments(Mapping rule, String metric) {
    Set<String> known = ARGUMENTS.getOrDefault(metric, Set.of());
    Mapping arguments = rule.mapping("arguments").orElse(Mapping.empty(rule.place()));
    for (Mapping.Entry entry : arguments.entries()) {
      if (ARGUMENTS.containsKey(metric) && !known.contains(entry.key())) {
        faults.invalid(
            entry.place(),
            "`" + entry.key() + "` means nothing to `" + metric + "`.",
            "",
            known.isEmpty() ? "Remove it." : "It takes " + String.join(" and ", known) + ".");
      }
    }
  }

  private void rowCount(Mapping rule, Optional<Mapping> column) {
    if (column.isPresent()) {
      faults.invalid(
          rule.placeOf("metric"), "`rowCount` is about the table.", "", "Move the rule there.");
    }
    percent(rule, "rowCount");
  }

  private void percent(Mapping rule, String metric) {
    if (rule.text("unit").filter("percent"::equals).isPresent()) {
      faults.invalid(rule.placeOf("unit"), "`" + metric + "` is not counted in percent.", "", "");
    }
  }

  private void duplicates(Mapping rule, Optional<Mapping> column, String path) {
    percent(rule, "duplicateValues");
    if (!allowsNone(rule)) {
      faults.invalid(
          rule.placeOf("metric"),
          "`duplicateValues` allows only `mustBe: 0`.",
          "Some tools count rows, others groups of rows.",
          "");
    }
    Mapping arguments = rule.mapping("arguments").orElse(Mapping.empty(rule.place()));
    if (path.contains(NESTED)) {
      faults.unsupported(rule.placeOf("metric"), "`duplicateValues` within another column", "");
    }
    if (column.isPresent() == arguments.has("properties")) {
      Place place = arguments.placeOf("properties");
      if (column.isPresent()) {
        faults.invalid(
            place, "The rule stands at a column and names others.", "", "Move it to the table.");
      } else {
        faults.missing(place, "The rule names no columns.", "Add arguments: {properties: [...]}.");
      }
    }
    for (Scalar name : arguments.scalars("properties")) {
      if (!columns.contains(name.text())) {
        faults.unknownColumn(name.place(), name.text(), "properties", columns);
      }
    }
  }

  private void invalidValues(Mapping rule, String metric, Optional<Mapping> column) {
    Mapping arguments = rule.mapping("arguments").orElse(Mapping.empty(rule.place()));
    String type = column.flatMap(c -> c.text("logicalType")).orElse("string");
    boolean text = type.equals("string") || type.equals("time");
    if (metric.equals("invalidValues") && arguments.has("pattern") && !text) {
      faults.invalid(
          arguments.placeOf("pattern"), "A pattern is about text, not about " + type + ".", "", "");
    }
    boolean nothing =
        arguments.items("validValues").isEmpty() && arguments.text("pattern").isEmpty();
    if (metric.equals("invalidValues") && nothing) {
      faults.missing(
          rule.place(),
          "The rule says not which values are valid.",
          "Add arguments with validValues or pattern.");
    }
  }
}
