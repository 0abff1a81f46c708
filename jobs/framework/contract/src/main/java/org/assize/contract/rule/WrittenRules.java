package org.assize.contract.rule;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Measure;
import org.assize.contract.MeasureSpec;
import org.assize.contract.QualityRule;
import org.assize.contract.problem.Problems;

/** Rules out of {@code quality}, of the table and of its columns. */
final class WrittenRules {

  private final RowRules rules;
  private final Severities severities;
  private final MetricPredicates metrics;

  WrittenRules(RowRules rules, Severities severities, Problems problems) {
    this.rules = rules;
    this.severities = severities;
    this.metrics = new MetricPredicates(problems);
  }

  /** Adds the rules written at a column and at everything in it. */
  void add(Subject subject) {
    for (QualityRule rule : subject.column().quality()) {
      if (!rule.type().equals("library")) {
        written(rule);
      } else {
        rule.metric().ifPresent(metric -> library(subject, rule, metric));
      }
    }
    subject.column().properties().forEach(field -> add(subject.field(field)));
    subject.column().items().ifPresent(element -> add(subject.element(element)));
  }

  /** Adds the rules written at the table. */
  void addTable(List<QualityRule> written) {
    for (QualityRule rule : written) {
      if (!rule.type().equals("library")) {
        written(rule);
      } else if (rule.metric().filter("rowCount"::equals).isPresent()) {
        dataset(rule, of(Measure.ROW_COUNT, List.of()), Optional.empty());
      } else if (rule.metric().filter("duplicateValues"::equals).isPresent()) {
        distinct(rule, rule.properties());
      }
    }
  }

  private void written(QualityRule rule) {
    if (rule.measure().isPresent()) {
      dataset(rule, rule.measure().get(), Optional.empty());
      return;
    }
    if (rule.query().isPresent()) {
      dataset(rule, of(Measure.QUERY, List.of()), Optional.empty());
      return;
    }
    if (rule.java().isPresent()) {
      // Its column is TRUE for rows that the rule is not about.
      rules.add(ofRow(rule, Sql.name(RowRule.judged(rule.id())), rule.java().get().columns()));
      return;
    }
    Optional<String> expression = rule.implementation().map(String::strip);
    if (expression.isEmpty() || expression.get().isEmpty()) {
      return;
    }
    String inner = Sql.enclosed(expression.get());
    boolean nullFails = rule.terms().nullFails();
    row(rule, nullFails ? Sql.orFalse(inner) : Sql.orTrue(inner), List.of());
  }

  private void library(Subject subject, QualityRule rule, String metric) {
    List<String> top = List.of(subject.top());
    if (metric.equals("duplicateValues")) {
      distinct(rule, top);
      return;
    }
    Optional<String> predicate =
        metrics.predicate(subject, rule, metric).map(inner -> subject.lift().apply(inner));
    Optional<Bound> bound = bound(rule);
    if (predicate.isEmpty() || bound.isEmpty()) {
      return;
    }
    boolean none =
        bound.get().operator() == Bound.Operator.EQUAL && bound.get().operands().get(0) == 0;
    if (none) {
      row(rule, predicate.get(), top);
    } else {
      dataset(rule, of(Measure.BROKEN_ROWS, top), predicate);
    }
  }

  private void row(QualityRule rule, String predicate, List<String> columns) {
    rules.add(
        ofRow(
            rule,
            rule.terms().where().map(w -> Sql.onlyWhere(w, predicate)).orElse(predicate),
            columns));
  }

  private RowRule ofRow(QualityRule rule, String predicate, List<String> columns) {
    return new RowRule(
        rule.id(),
        predicate,
        severities.ofRow(rule),
        rule.terms(),
        Optional.empty(),
        rule.java(),
        columns,
        rule.dimension().orElse(""),
        rule.description(),
        rule.place());
  }

  private void distinct(QualityRule rule, List<String> columns) {
    rules.distinct(
        rule.id(),
        columns,
        severities.ofDataset(rule),
        rule.terms(),
        rule.description(),
        rule.place());
  }

  private void dataset(QualityRule rule, MeasureSpec spec, Optional<String> predicate) {
    Optional<Bound> bound = bound(rule);
    if (bound.isEmpty() && spec.usual().isEmpty()) {
      return;
    }
    rules.add(
        new DatasetRule(
            rule.id(),
            spec,
            predicate.map(p -> rule.terms().where().map(w -> Sql.onlyWhere(w, p)).orElse(p)),
            rule.query(),
            bound,
            severities.ofDataset(rule),
            rule.terms(),
            rule.dimension().orElse(""),
            rule.description(),
            rule.place()));
  }

  private static MeasureSpec of(Measure measure, List<String> columns) {
    return new MeasureSpec(measure, columns, List.of(), 0, Optional.empty());
  }

  private static Optional<Bound> bound(QualityRule rule) {
    return rule.operator()
        .flatMap(WrittenRules::operator)
        .filter(operator -> rule.thresholds().size() == 1)
        .map(operator -> new Bound(operator, rule.thresholds(), rule.percent()));
  }

  private static Optional<Bound.Operator> operator(String word) {
    return switch (word) {
      case "mustBe" -> Optional.of(Bound.Operator.EQUAL);
      case "mustNotBe" -> Optional.of(Bound.Operator.NOT_EQUAL);
      case "mustBeGreaterThan" -> Optional.of(Bound.Operator.GREATER);
      case "mustBeGreaterOrEqualTo" -> Optional.of(Bound.Operator.GREATER_OR_EQUAL);
      case "mustBeLessThan" -> Optional.of(Bound.Operator.LESS);
      case "mustBeLessOrEqualTo" -> Optional.of(Bound.Operator.LESS_OR_EQUAL);
      default -> Optional.empty();
    };
  }
}
