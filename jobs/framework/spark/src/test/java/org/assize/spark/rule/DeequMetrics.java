package org.assize.spark.rule;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.Completeness;
import com.amazon.deequ.analyzers.Compliance;
import com.amazon.deequ.analyzers.PatternMatch;
import com.amazon.deequ.analyzers.Uniqueness;
import com.amazon.deequ.analyzers.runners.AnalysisRunner;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.spark.delta.Scala;
import scala.Option;

/** The rules as Deequ measures them by itself, in parts of a million. */
final class DeequMetrics {

  private static final Option<String> ALL = Option.empty();

  private DeequMetrics() {}

  /** What Deequ finds. */
  static Map<String, Long> of(Dataset<Row> rows, RuleSet rules) {
    Map<String, Analyzer<?, Metric<?>>> analyzers = new LinkedHashMap<>();
    for (RowRule rule : rules.rowRules()) {
      put(
          analyzers,
          rule.id(),
          new Compliance(rule.id(), rule.predicate(), ALL, Scala.list(List.of()), Option.empty()));
    }
    for (DatasetRule rule : rules.datasetRules()) {
      put(
          analyzers,
          rule.id(),
          new Uniqueness(
              Scala.list(rule.spec().columns()),
              rule.terms().where().map(Option::apply).orElse(ALL),
              Option.empty()));
    }
    var pattern = new scala.util.matching.Regex("\\A(?:[a-z]+)\\z", Scala.list(List.of()));
    put(analyzers, "PatternMatch", new PatternMatch("band", pattern, ALL, Option.empty()));
    put(analyzers, "Completeness", new Completeness("whole", ALL, Option.empty()));
    var metrics =
        AnalysisRunner.onData(rows).addAnalyzers(Scala.list(List.copyOf(analyzers.values()))).run();
    Map<String, Long> found = new TreeMap<>();
    analyzers.forEach(
        (id, analyzer) ->
            found.put(
                id,
                millionths(
                    (double) ((DoubleMetric) metrics.metric(analyzer).get()).value().get())));
    return found;
  }

  /**
   * What it must find.
   *
   * @param broken rows that break each rule, as the oracle counts them
   */
  static Map<String, Long> expected(
      List<Map<String, Object>> rows, RuleSet rules, Map<String, Long> broken) {
    Map<String, Long> expected = new TreeMap<>();
    for (RowRule rule : rules.rowRules()) {
      expected.put(rule.id(), kept(rule.id(), broken, rows));
    }
    for (DatasetRule rule : rules.datasetRules()) {
      List<String> key = rule.spec().columns();
      double share = RuleOracle.uniqueness(rows, key, RowRulePropertiesTest.about(rule));
      expected.put(rule.id(), millionths(share));
    }
    expected.put("PatternMatch", kept("band_strict", broken, rows));
    expected.put("Completeness", kept("whole_required", broken, rows));
    return expected;
  }

  private static long kept(String rule, Map<String, Long> broken, List<Map<String, Object>> rows) {
    return millionths(1.0 - (double) broken.getOrDefault(rule, 0L) / rows.size());
  }

  private static long millionths(double share) {
    return Math.round(share * 1e6);
  }

  @SuppressWarnings("unchecked") // Deequ's analyzers are all of metrics
  private static void put(
      Map<String, Analyzer<?, Metric<?>>> all, String id, Analyzer<?, ?> analyzer) {
    all.put(id, (Analyzer<?, Metric<?>>) analyzer);
  }
}
