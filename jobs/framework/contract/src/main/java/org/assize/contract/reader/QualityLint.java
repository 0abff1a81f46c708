package org.assize.contract.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** What rules must say, over and above the standard. */
final class QualityLint {

  private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");
  private static final Map<String, Set<String>> ARGUMENTS =
      Map.of(
          "nullValues", Set.of(),
          "rowCount", Set.of(),
          "missingValues", Set.of("missingValues"),
          "invalidValues", Set.of("validValues", "pattern"),
          "duplicateValues", Set.of("properties"));
  private static final List<String> LATER = List.of("warnAt", "failAt", "exempt", "scope");

  private final Faults faults;
  private final List<String> columns;
  private final Set<String> ids = new HashSet<>();
  private final Where derived;

  /** Whether the rules are those of a table that sources feed, or that a transform computes. */
  enum Where {
    SOURCE_FED,
    DERIVED
  }

  QualityLint(List<String> columns, Where derived, Problems problems) {
    this.columns = columns;
    this.derived = derived;
    this.faults = new Faults(problems);
  }

  void check(Mapping table) {
    for (Mapping column : table.mappings("properties")) {
      column(column, 0);
    }
    for (Mapping rule : table.mappings("quality")) {
      rule(rule, Optional.empty(), 0);
    }
  }

  private void column(Mapping column, int depth) {
    for (Mapping rule : column.mappings("quality")) {
      rule(rule, Optional.of(column), depth);
    }
    column.mappings("properties").forEach(field -> column(field, depth + 1));
    column.mapping("items").ifPresent(element -> column(element, depth + 1));
  }

  private void rule(Mapping rule, Optional<Mapping> column, int depth) {
    String type = rule.text("type").orElse("library");
    String metric = rule.text("metric").orElse("");
    id(rule, type, metric, column);
    oneOf(rule, "severity", SEVERITIES);
    switch (type) {
      case "sql" -> faults.unsupported(rule.placeOf("type"), "A rule of type sql", "Use custom.");
      case "custom" -> custom(rule);
      case "library" -> library(rule, metric, column, depth);
      default -> {}
    }
    ours(rule, type, metric);
  }

  private void id(Mapping rule, String type, String metric, Optional<Mapping> column) {
    boolean named = type.equals("library") && !metric.equals("rowCount") && column.isPresent();
    String id =
        rule.text("id").orElseGet(() -> builtId(metric, column.flatMap(c -> c.text("name"))));
    if (id.isEmpty() || (!rule.has("id") && !named)) {
      if (!type.equals("text")) {
        faults.missing(
            rule.place(), "The rule has no id.", "Add one: reports and exemptions name it.");
      }
    } else if (!ids.add(id)) {
      faults.twice(
          rule.has("id") ? rule.placeOf("id") : rule.place(),
          "Two rules have the id `" + id + "`.",
          "Give each an id of its own.");
    }
  }

  private static String builtId(String metric, Optional<String> column) {
    return QualityMapper.builtId(Optional.of(metric), column);
  }

  private void custom(Mapping rule) {
    rule.text("engine")
        .filter(engine -> !engine.equals("assize"))
        .ifPresent(
            engine ->
                faults.unsupported(
                    rule.placeOf("engine"),
                    "Engine `" + engine + "`",
                    "Use engine: assize, or make it a rule of type text."));
    if (rule.has("implementation") && rule.text("implementation").orElse("").isBlank()) {
      faults.wrong(
          rule.placeOf("implementation"),
          "`implementation` of engine assize is a SQL condition.",
          "Write for example \"closed_on >= opened_on\".");
    }
  }

  private void library(Mapping rule, String metric, Optional<Mapping> column, int depth) {
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
    oneOf(rule, "unit", List.of("rows", "percent"));
    arguments(rule, metric);
    switch (metric) {
      case "rowCount" -> rowCount(rule, column);
      case "duplicateValues" -> duplicates(rule, column, depth);
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

  private void duplicates(Mapping rule, Optional<Mapping> column, int depth) {
    percent(rule, "duplicateValues");
    if (!rule.text("mustBe").filter(zero -> zero.matches("[-+]?0+(\\.0*)?")).isPresent()) {
      faults.invalid(
          rule.placeOf("metric"),
          "`duplicateValues` allows only `mustBe: 0`.",
          "Some tools count rows, others groups of rows.",
          "");
    }
    Mapping arguments = rule.mapping("arguments").orElse(Mapping.empty(rule.place()));
    if (column.isPresent() && depth > 0) {
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

  private void ours(Mapping rule, String type, String metric) {
    Mapping ours = rule.custom("assize").orElse(Mapping.empty(rule.place()));
    for (String key : LATER) {
      if (ours.has(key)) {
        faults.unsupported(ours.placeOf(key), "`" + key + "`", "Remove it.");
      }
    }
    boolean overRows = type.equals("custom") || isRowRule(rule, metric);
    if (ours.text("action").filter("quarantine"::equals).isPresent()) {
      if (derived == Where.DERIVED) {
        faults.invalid(
            ours.placeOf("action"),
            "A derived table quarantines nothing.",
            "A row left out of a result would silently change totals.",
            "Use hold or warn.");
      } else if (!overRows) {
        faults.invalid(
            ours.placeOf("action"),
            "A rule about many rows has no row to quarantine.",
            "",
            "Use hold or warn.");
      }
    }
    if (ours.has("nullPolicy") && !type.equals("custom") && !metric.equals("invalidValues")) {
      faults.invalid(
          ours.placeOf("nullPolicy"), "`nullPolicy` means nothing to this rule.", "", "Remove it.");
    }
  }

  private static boolean isRowRule(Mapping rule, String metric) {
    return Set.of("nullValues", "missingValues", "invalidValues").contains(metric)
        && rule.text("mustBe").filter(zero -> zero.matches("[-+]?0+(\\.0*)?")).isPresent();
  }

  private void oneOf(Mapping written, String key, List<String> known) {
    written
        .text(key)
        .filter(word -> !known.contains(word))
        .ifPresent(word -> faults.unknown(written.placeOf(key), word, "known " + key, known));
  }
}
