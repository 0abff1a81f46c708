package org.assize.spark.table;

import static org.apache.spark.sql.functions.expr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RuleSet;

/** The measures of dataset rules that are observed while rows are written. */
final class Aggregates {

  private Aggregates() {}

  /** One aggregate for each such rule. */
  static List<Column> of(RuleSet rules, Instant now) {
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < rules.datasetRules().size(); i++) {
      String name = name(i);
      rules
          .datasetRules()
          .get(i)
          .aggregate(now.getEpochSecond())
          .ifPresent(aggregate -> all.add(expr(aggregate).as(name)));
    }
    return all;
  }

  /** What was observed of each rule, by its id. */
  static Map<String, OptionalDouble> values(RuleSet rules, Map<String, Object> observed) {
    Map<String, OptionalDouble> values = new LinkedHashMap<>();
    for (int i = 0; i < rules.datasetRules().size(); i++) {
      DatasetRule rule = rules.datasetRules().get(i);
      if (observed.get(name(i)) instanceof Number number) {
        values.put(rule.id(), OptionalDouble.of(number.doubleValue()));
      }
    }
    return values;
  }

  private static String name(int rule) {
    return "measure_" + rule;
  }
}
