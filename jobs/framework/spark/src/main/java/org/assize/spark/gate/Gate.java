package org.assize.spark.gate;

import com.amazon.deequ.analyzers.Analyzer;
import com.amazon.deequ.analyzers.Compliance;
import com.amazon.deequ.analyzers.NumMatches;
import com.amazon.deequ.analyzers.NumMatchesAndCount;
import com.amazon.deequ.analyzers.Size;
import com.amazon.deequ.analyzers.runners.AnalysisRunner;
import com.amazon.deequ.analyzers.runners.AnalyzerContext;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import com.amazon.deequ.metrics.Metric;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.Action;
import org.assize.contract.rule.Bound;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.spark.delta.Scala;
import scala.Option;
import scala.runtime.AbstractFunction1;

/**
 * Judges a candidate: Deequ evaluates one check for each rule, from states that were observed while
 * the candidate was written. Only uniqueness needs a pass of its own, over the candidate. The one
 * place that knows Deequ.
 */
public final class Gate {

  private final RuleSet rules;

  /** The gate of a table with these rules. */
  public Gate(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Judges.
   *
   * @param rows rows that the row rules were measured over
   * @param broken rows that break each row rule, in the order of the rule set
   * @param accepted accepted rows
   * @param acceptedBroken accepted rows that break the predicate of a dataset rule, by rule id
   * @param candidate the accepted rows as written, read only where a rule needs them
   */
  public Verdict judge(
      long rows,
      List<Long> broken,
      long accepted,
      Map<String, Long> acceptedBroken,
      Supplier<Dataset<Row>> candidate) {
    List<RuleResult> results = new ArrayList<>();
    for (int i = 0; i < rules.rowRules().size(); i++) {
      RowRule rule = rules.rowRules().get(i);
      results.add(rowResult(rule, rows, broken.get(i)));
    }
    for (DatasetRule rule : rules.datasetRules()) {
      results.add(
          switch (rule.metric()) {
            case ROW_COUNT -> size(rule, accepted);
            case BROKEN_ROWS ->
                brokenRows(rule, accepted, acceptedBroken.getOrDefault(rule.id(), 0L));
            case DUPLICATES -> duplicates(rule, accepted, candidate.get());
          });
    }
    return new Verdict(results);
  }

  private static RuleResult rowResult(RowRule rule, long rows, long broken) {
    boolean met = isMet(rule.id(), rule.predicate(), rows, broken, share -> share == 1.0);
    // Refused rows are gone from the candidate: the rule is kept by what is left.
    return new RuleResult(
        rule.id(), rule.action(), broken, rows, met || rule.action() == Action.QUARANTINE);
  }

  private static RuleResult brokenRows(DatasetRule rule, long rows, long broken) {
    Bound bound = rule.bound();
    boolean met =
        isMet(
            rule.id(),
            rule.predicate().orElse("true"),
            rows,
            broken,
            share -> {
              double percent = 100.0 * (1.0 - share);
              return bound.allows(bound.percent() ? percent : Math.rint((1.0 - share) * rows));
            });
    return new RuleResult(rule.id(), rule.action(), broken, rows, met);
  }

  private static RuleResult size(DatasetRule rule, long rows) {
    Check check = check(rule.id()).hasSize(assertion(rule.bound()::allows), Option.empty());
    boolean met =
        evaluate(
            check,
            analyzer ->
                ((Size) (Object) analyzer).computeMetricFrom(Option.apply(new NumMatches(rows))));
    return new RuleResult(rule.id(), rule.action(), rows, rows, met);
  }

  private static RuleResult duplicates(DatasetRule rule, long rows, Dataset<Row> candidate) {
    Check check =
        check(rule.id())
            .hasUniqueness(
                Scala.list(rule.columns()), assertion(share -> share == 1.0), Option.empty());
    var required =
        Scala.list(
            List.copyOf(scala.collection.JavaConverters.setAsJavaSet(check.requiredAnalyzers())));
    AnalyzerContext context = AnalysisRunner.onData(candidate).addAnalyzers(required).run();
    boolean met = rows == 0 || check.evaluate(context).status().equals(CheckStatus.Success());
    long repeats = met ? 0 : rows - distinctKeys(rule, candidate);
    return new RuleResult(rule.id(), rule.action(), repeats, rows, met);
  }

  private static long distinctKeys(DatasetRule rule, Dataset<Row> candidate) {
    Column[] key = rule.columns().stream().map(candidate::col).toArray(Column[]::new);
    return candidate.select(key).distinct().count();
  }

  private static boolean isMet(
      String id, String predicate, long rows, long broken, DoublePredicate bound) {
    // Deequ divides by the rows; over no rows nothing is broken.
    if (rows == 0) {
      return bound.test(1.0);
    }
    Check check =
        check(id)
            .satisfies(
                predicate,
                id,
                assertion(bound),
                Option.empty(),
                Scala.list(List.of()),
                Option.empty());
    return evaluate(
        check,
        analyzer ->
            ((Compliance) (Object) analyzer)
                .computeMetricFrom(
                    Option.apply(new NumMatchesAndCount(rows - broken, rows, Option.empty()))));
  }

  private interface FromState {
    Metric<?> metric(Analyzer<?, Metric<?>> analyzer);
  }

  private static boolean evaluate(Check check, FromState states) {
    Map<Analyzer<?, Metric<?>>, Metric<?>> metrics = new HashMap<>();
    scala.collection.JavaConverters.setAsJavaSet(check.requiredAnalyzers())
        .forEach(analyzer -> metrics.put(analyzer, states.metric(analyzer)));
    return check
        .evaluate(new AnalyzerContext(Scala.map(metrics)))
        .status()
        .equals(CheckStatus.Success());
  }

  private static Check check(String id) {
    return new Check(CheckLevel.Error(), id, Scala.list(List.of()));
  }

  private static scala.Function1<Object, Object> assertion(DoublePredicate predicate) {
    return new Assertion(predicate);
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
