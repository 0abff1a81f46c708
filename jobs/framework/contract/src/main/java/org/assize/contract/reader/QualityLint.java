package org.assize.contract.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** What rules must say, over and above the standard. */
final class QualityLint {

  private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");

  private final Faults faults;
  private final MetricLint metrics;
  private final ExemptionLint exemptions;
  private final Set<String> ids = new HashSet<>();
  private final Where derived;
  private MeasureLint measures;

  /** Whether the rules are those of a table that sources feed, or that a transform computes. */
  enum Where {
    SOURCE_FED,
    DERIVED
  }

  QualityLint(List<String> columns, Where derived, Problems problems) {
    this.derived = derived;
    this.faults = new Faults(problems);
    this.metrics = new MetricLint(columns, faults);
    this.exemptions = new ExemptionLint(faults);
    this.measures = new MeasureLint(List.of(), faults);
  }

  void check(Mapping table) {
    measures = new MeasureLint(table.mappings("properties"), faults);
    for (Mapping column : table.mappings("properties")) {
      column(column, column.text("name").orElse(""));
    }
    for (Mapping rule : table.mappings("quality")) {
      rule(rule, Optional.empty(), "");
    }
  }

  private void column(Mapping column, String path) {
    for (Mapping rule : column.mappings("quality")) {
      rule(rule, Optional.of(column), path);
    }
    for (Mapping field : column.mappings("properties")) {
      column(field, path + "__" + field.text("name").orElse(""));
    }
    column.mapping("items").ifPresent(element -> column(element, path + "__element"));
  }

  private void rule(Mapping rule, Optional<Mapping> column, String path) {
    String type = rule.text("type").orElse("library");
    String metric = rule.text("metric").orElse("");
    id(rule, type, metric, path);
    faults.oneOf(rule, "severity", SEVERITIES);
    switch (type) {
      case "sql" -> sql(rule, column);
      case "custom" -> custom(rule);
      case "library" -> metrics.check(rule, metric, column, path);
      default -> {}
    }
    ours(rule, type, metric);
  }

  private void id(Mapping rule, String type, String metric, String path) {
    Optional<String> column = Optional.of(path).filter(p -> !p.isEmpty());
    String id = rule.text("id").orElseGet(() -> QualityMapper.builtId(Optional.of(metric), column));
    if (id.isEmpty() || (!rule.has("id") && !type.equals("library"))) {
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

  private void custom(Mapping rule) {
    rule.text("engine")
        .filter(engine -> !engine.equals("assize"))
        .ifPresent(
            engine ->
                faults.unsupported(
                    rule.placeOf("engine"),
                    "Engine `" + engine + "`",
                    "Use engine: assize, or make it a rule of type text."));
    Optional<Mapping> measure = rule.mapping("implementation");
    if (measure.isPresent()) {
      measures.check(measure.get());
    } else if (rule.has("implementation") && rule.text("implementation").orElse("").isBlank()) {
      faults.wrong(
          rule.placeOf("implementation"),
          "`implementation` of engine assize is a SQL condition, a class, or a measure.",
          "Write for example \"closed_on >= opened_on\".");
    }
  }

  private void sql(Mapping rule, Optional<Mapping> column) {
    String query = rule.text("query").orElse("");
    if (!query.contains("${table}")) {
      faults.invalid(
          rule.placeOf("query"),
          "The query does not name ${table}.",
          "It is asked of the rows that are to be committed.",
          "Write for example SELECT count(*) FROM ${table} WHERE ...");
    }
    if (query.contains("${column}") && column.isEmpty()) {
      faults.invalid(
          rule.placeOf("query"), "A rule of the table has no ${column}.", "", "Name the column.");
    }
  }

  private void ours(Mapping rule, String type, String metric) {
    Mapping ours = rule.custom("assize").orElse(Mapping.empty(rule.place()));
    boolean isCondition =
        type.equals("custom")
            && rule.mapping("implementation").map(given -> given.has("java")).orElse(true);
    boolean overRows = isCondition || isRowRule(rule, metric);
    exemptions.check(ours, overRows);
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
    if (ours.has("nullPolicy") && !isCondition && !metric.equals("invalidValues")) {
      faults.invalid(
          ours.placeOf("nullPolicy"), "`nullPolicy` means nothing to this rule.", "", "Remove it.");
    }
  }

  private static boolean isRowRule(Mapping rule, String metric) {
    return Set.of("nullValues", "missingValues", "invalidValues").contains(metric)
        && MetricLint.allowsNone(rule);
  }
}
