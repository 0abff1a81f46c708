package org.assize.contract.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.QualityRule;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;

/** Predicates over one value out of the library metrics. */
final class MetricPredicates {

  private final Problems problems;

  MetricPredicates(Problems problems) {
    this.problems = problems;
  }

  /** TRUE where the metric does not count the value, never NULL; empty where it is about rows. */
  Optional<String> predicate(Subject subject, QualityRule rule, String metric) {
    return switch (metric) {
      case "nullValues" -> Optional.of(subject.present());
      case "missingValues" -> missing(subject, rule);
      case "invalidValues" -> invalid(subject, rule);
      default -> Optional.empty();
    };
  }

  private Optional<String> missing(Subject subject, QualityRule rule) {
    if (rule.missingValues().isEmpty()) {
      return Optional.of(subject.present());
    }
    boolean text = subject.column().logicalType() == LogicalType.STRING;
    String value = text ? "trim(" + subject.value() + ")" : subject.value();
    List<String> words =
        rule.missingValues().stream().map(word -> text ? trimmed(word) : word).toList();
    return literals(subject, rule, words)
        .map(
            list ->
                "("
                    + subject.present()
                    + " AND "
                    + Sql.orTrue(value + " NOT IN (" + list + ")")
                    + ")");
  }

  /** Spaces around a text do not count, neither in a row nor in the rule. */
  private static String trimmed(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && word.charAt(from) == ' ') {
      from++;
    }
    while (from < to && word.charAt(to - 1) == ' ') {
      to--;
    }
    return word.substring(from, to);
  }

  private Optional<String> invalid(Subject subject, QualityRule rule) {
    List<String> tests = new ArrayList<>();
    if (!rule.validValues().isEmpty()) {
      literals(subject, rule, rule.validValues())
          .ifPresent(list -> tests.add(subject.value() + " IN (" + list + ")"));
    }
    rule.pattern()
        .flatMap(p -> Promises.anchored(subject.column(), p, problems))
        .ifPresent(regex -> tests.add(subject.value() + " RLIKE " + regex));
    if (tests.isEmpty()) {
      return Optional.empty();
    }
    String all = String.join(" AND ", tests);
    return Optional.of(rule.terms().nullFails() ? Sql.orFalse(all) : Sql.orTrue(all));
  }

  private Optional<String> literals(Subject subject, QualityRule rule, List<String> values) {
    Column column = subject.column();
    List<String> literals = new ArrayList<>();
    for (String value : values) {
      Optional<String> literal = Literals.of(column.logicalType(), subject.type(), value);
      literal.ifPresent(literals::add);
      if (literal.isEmpty()) {
        problems.add(
            ErrorCode.RULE_INVALID,
            rule.place(),
            "`" + value + "` is no value of column `" + column.name() + "`.",
            "Its type is " + column.physicalType() + ".",
            "");
      }
    }
    return literals.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", literals));
  }
}
