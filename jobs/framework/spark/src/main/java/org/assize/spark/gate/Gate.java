package org.assize.spark.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assize.contract.Action;
import org.assize.contract.Measure;
import org.assize.contract.RuleTerms;
import org.assize.contract.Scope;
import org.assize.contract.rule.Bound;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.core.RuleResult;
import org.assize.core.RuleResult.Effect;

/**
 * Judges a candidate: Deequ evaluates one check for each rule, from what was observed while the
 * candidate was written. Rules that cannot be observed read the candidate again.
 */
public final class Gate {

  private final RuleSet rules;

  /** The gate of a table with these rules, exemptions applied. */
  public Gate(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Judges.
   *
   * @param now the batch's time, for what is compared with its history
   */
  public Verdict judge(Observed observed, Judged judged, Instant now) {
    List<RuleResult> results = new ArrayList<>();
    for (int i = 0; i < rules.rowRules().size(); i++) {
      results.add(row(rules.rowRules().get(i), observed.rows(), observed.broken().get(i)));
    }
    for (DatasetRule rule : rules.datasetRules()) {
      results.add(dataset(rule, observed, judged, now));
    }
    return new Verdict(results);
  }

  private static RuleResult row(RowRule rule, long rows, long broken) {
    // Deequ divides by the rows; over no rows nothing is broken.
    boolean met =
        rows == 0
            || DeequChecks.compliance(
                rule.id(), rule.predicate(), 1.0 - (double) broken / rows, share -> share == 1.0);
    return result(
        rule.id(),
        rule.dimension(),
        Measure.BROKEN_ROWS,
        OptionalDouble.of((double) broken),
        rows,
        Optional.empty(),
        met ? Effect.NONE : effect(rule.action(), rule.terms(), (double) broken, rows),
        rule.action());
  }

  private static Effect effect(Action action, RuleTerms terms, double broken, long rows) {
    if (action == Action.MEASURE) {
      return Effect.NONE;
    }
    boolean holds =
        terms.failAt().map(limit -> limit.isReached(broken, rows)).orElse(action == Action.HOLD);
    if (holds) {
      return Effect.HELD;
    }
    boolean warns =
        terms
            .warnAt()
            .map(limit -> limit.isReached(broken, rows))
            .orElse(action != Action.QUARANTINE);
    if (warns) {
      return Effect.WARNED;
    }
    return action == Action.QUARANTINE ? Effect.REFUSED : Effect.NONE;
  }

  private static RuleResult dataset(
      DatasetRule rule, Observed observed, Judged judged, Instant now) {
    Optional<Expected> expected =
        rule.spec().usual().flatMap(usual -> Expected.of(usual, judged.history(rule.id()), now));
    List<Figure> figures =
        rule.terms().scope() == Scope.BATCH
            ? List.of(new Figure(observed.accepted(), measured(rule, observed, judged)))
            : new Wider(judged, now).figures(rule);
    Optional<Figure> breaking =
        figures.stream().filter(figure -> !isMet(rule, figure, expected)).findFirst();
    boolean met = breaking.isEmpty();
    Effect effect =
        met || rule.action() == Action.MEASURE
            ? Effect.NONE
            : rule.action() == Action.WARN ? Effect.WARNED : Effect.HELD;
    // The first interval that breaks the rule tells most; where none does, the latest.
    Figure shown =
        breaking.orElseGet(
            () ->
                figures.isEmpty()
                    ? new Figure(0, OptionalDouble.empty())
                    : figures.get(figures.size() - 1));
    return result(
        rule.id(),
        rule.dimension(),
        rule.measure(),
        shown.value(),
        shown.rows(),
        expected,
        effect,
        rule.action());
  }

  private static OptionalDouble measured(DatasetRule rule, Observed observed, Judged judged) {
    boolean isCount = rule.measure() == Measure.ROW_COUNT;
    if (isCount && (rule.terms().where().isEmpty() || observed.accepted() == 0)) {
      return OptionalDouble.of((double) observed.accepted());
    }
    if (observed.accepted() == 0) {
      return OptionalDouble.empty();
    }
    if (rule.measure() == Measure.DUPLICATES) {
      return OptionalDouble.of((double) Keys.of(rule, judged.candidate()).repeats());
    }
    return rule.measure().isFused()
        ? observed.measured().getOrDefault(rule.id(), OptionalDouble.empty())
        : new Scans(judged).measure(rule);
  }

  private static boolean isMet(DatasetRule rule, Figure figure, Optional<Expected> expected) {
    OptionalDouble value = figure.value();
    long rows = figure.rows();
    if (value.isEmpty()) {
      return rows == 0 || !rule.terms().nullFails();
    }
    if (rule.bound().isEmpty()) {
      return expected.isEmpty()
          || DeequChecks.measure(rule, value.getAsDouble(), expected.get()::allows);
    }
    Bound bound = rule.bound().get();
    if (rule.measure() == Measure.BROKEN_ROWS) {
      double broken = value.getAsDouble();
      double measure = bound.percent() ? 100.0 * broken / rows : broken;
      return DeequChecks.compliance(
          rule.id(),
          rule.predicate().orElseThrow(),
          1.0 - broken / rows,
          share -> bound.allows(measure));
    }
    if (rule.measure() == Measure.DUPLICATES) {
      double repeats = value.getAsDouble();
      return DeequChecks.uniqueness(rule, 1.0 - repeats / rows, share -> bound.allows(repeats));
    }
    return DeequChecks.measure(rule, value.getAsDouble(), bound::allows);
  }

  private static RuleResult result(
      String id,
      String dimension,
      Measure measure,
      OptionalDouble value,
      long rows,
      Optional<Expected> expected,
      Effect effect,
      Action action) {
    return new RuleResult(
        id,
        dimension,
        measure.name().toLowerCase(Locale.ROOT),
        value,
        rows,
        expected.map(e -> OptionalDouble.of(e.low())).orElse(OptionalDouble.empty()),
        expected.map(e -> OptionalDouble.of(e.high())).orElse(OptionalDouble.empty()),
        effect,
        action == Action.MEASURE);
  }
}
