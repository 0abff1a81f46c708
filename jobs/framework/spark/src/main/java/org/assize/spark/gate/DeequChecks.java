package org.assize.spark.gate;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import com.amazon.deequ.metrics.DoubleMetric;
import com.amazon.deequ.metrics.Entity;
import com.amazon.deequ.metrics.Metric;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.assize.contract.rule.DatasetRule;
import org.assize.spark.delta.Scala;
import scala.Option;
import scala.runtime.AbstractFunction1;
import scala.util.Success;

/**
 * Deequ's evaluation of one check over a number that was measured already. The one place that knows
 * Deequ.
 */
final class DeequChecks {

  private DeequChecks() {}

  /** Whether a share of rows that meet a predicate, 0 to 1, is allowed. */
  static boolean compliance(String id, String predicate, double share, DoublePredicate allowed) {
    Check check =
        check(id)
            .satisfies(
                predicate,
                id,
                new Assertion(allowed),
                Option.empty(),
                Scala.list(List.of()),
                Option.empty());
    return isMet(check, share);
  }

  /** Whether the measure of a dataset rule is allowed. */
  static boolean measure(DatasetRule rule, double value, DoublePredicate allowed) {
    Check check = check(rule.id());
    var assertion = new Assertion(allowed);
    Option<String> none = Option.empty();
    List<String> columns = rule.spec().columns();
    return isMet(
        switch (rule.measure()) {
          case ROW_COUNT -> check.hasSize(assertion, none);
          case MEAN -> check.hasMean(columns.get(0), assertion, none);
          case MINIMUM -> check.hasMin(columns.get(0), assertion, none, Option.empty());
          case MAXIMUM -> check.hasMax(columns.get(0), assertion, none, Option.empty());
          case SUM -> check.hasSum(columns.get(0), assertion, none);
          case STANDARD_DEVIATION -> check.hasStandardDeviation(columns.get(0), assertion, none);
          case DISTINCT_VALUES -> check.hasApproxCountDistinct(columns.get(0), assertion, none);
          case QUANTILE ->
              check.hasApproxQuantile(columns.get(0), rule.spec().quantile(), assertion, none);
          case CORRELATION -> check.hasCorrelation(columns.get(0), columns.get(1), assertion, none);
          default -> check.customSql(rule.measure().name(), assertion, none, Option.empty());
        },
        value);
  }

  /** Whether a share of rows whose key stands in no other, 0 to 1, is allowed. */
  static boolean uniqueness(DatasetRule rule, double share, DoublePredicate allowed) {
    List<String> columns = rule.spec().columns();
    return isMet(
        check(rule.id()).hasUniqueness(Scala.list(columns), new Assertion(allowed), Option.empty()),
        share);
  }

  private static boolean isMet(Check check, double value) {
    Map<Analyzer<?, Metric<?>>, Metric<?>> metrics = new HashMap<>();
    for (Analyzer<?, Metric<?>> analyzer : analyzers(check)) {
      metrics.put(
          analyzer,
          new DoubleMetric(Entity.Dataset(), "observed", "*", new Success<>(value), none()));
    }
    return check
        .evaluate(new AnalyzerContext(Scala.map(metrics)))
        .status()
        .equals(CheckStatus.Success());
  }

  private static <T> Option<T> none() {
    return Option.empty();
  }

  private static List<Analyzer<?, Metric<?>>> analyzers(Check check) {
    return List.copyOf(scala.collection.JavaConverters.setAsJavaSet(check.requiredAnalyzers()));
  }

  private static Check check(String id) {
    return new Check(CheckLevel.Error(), id, Scala.list(List.of()));
  }

  /** Deequ takes a Scala function that Spark may serialize. */
  private static final class Assertion extends AbstractFunction1<Object, Object>
      implements Serializable {

    private static final long serialVersionUID = 1L;
    private final transient DoublePredicate predicate;

    Assertion(DoublePredicate predicate) {
      this.predicate = predicate;
    }

    @Override
    public Object apply(Object measure) {
      return predicate.test(((Number) measure).doubleValue());
    }
  }
}
