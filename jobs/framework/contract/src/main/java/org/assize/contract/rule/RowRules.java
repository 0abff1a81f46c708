package org.assize.contract.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Action;
import org.assize.contract.Measure;
import org.assize.contract.MeasureSpec;
import org.assize.contract.Relationship;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Gathers rules, each id once. */
final class RowRules {

  private final PromisedTerms terms;
  private final Problems problems;
  private final Set<String> promised = new HashSet<>(Set.of(RuleSet.PARSED));
  private final Set<String> ids = new HashSet<>();
  private final List<RowRule> rules = new ArrayList<>();
  private final List<DatasetRule> datasetRules = new ArrayList<>();

  RowRules(PromisedTerms terms, Problems problems) {
    this.terms = terms;
    this.problems = problems;
  }

  /** Adds a rule that a column implies. */
  void promise(
      Subject subject, String kind, String predicate, String dimension, String description) {
    promised.add(subject.id() + "_" + kind);
    add(
        new RowRule(
            subject.id() + "_" + kind,
            subject.lift().apply(predicate),
            terms.action(subject.id() + "_" + kind),
            terms.of(subject.id() + "_" + kind),
            Optional.empty(),
            Optional.empty(),
            List.of(subject.top()),
            dimension,
            description,
            subject.column().place()));
  }

  /** Adds a rule that values are found in another table; NULL passes. */
  void promise(String id, Relationship parent, String description) {
    promised.add(id);
    add(
        new RowRule(
            id,
            "`" + RowRule.related(id) + "`",
            terms.action(id),
            terms.of(id),
            Optional.of(parent),
            Optional.empty(),
            parent.from(),
            "consistency",
            description,
            parent.place()));
  }

  void add(RowRule rule) {
    if (fresh(rule.id(), rule.place())) {
      rules.add(rule);
    }
  }

  void add(DatasetRule rule) {
    if (fresh(rule.id(), rule.place())) {
      datasetRules.add(rule);
    }
  }

  /** A check, implied by the columns, that no key stands in two rows. */
  void promiseDistinct(String id, List<String> columns, String description, Place place) {
    promised.add(id);
    distinct(id, columns, terms.actionOverMany(id), terms.of(id), description, place);
  }

  /** A check that no key stands in two rows. */
  void distinct(
      String id,
      List<String> columns,
      Action action,
      RuleTerms terms,
      String description,
      Place place) {
    add(
        new DatasetRule(
            id,
            new MeasureSpec(Measure.DUPLICATES, columns, List.of(), 0, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Bound(Bound.Operator.EQUAL, List.of(0.0), false)),
            action,
            terms,
            "uniqueness",
            description,
            place));
  }

  List<RowRule> rowRules() {
    return rules;
  }

  List<DatasetRule> datasetRules() {
    return datasetRules;
  }

  private boolean fresh(String id, Place place) {
    if (ids.add(id)) {
      return true;
    }
    // Two written rules of one id are found where contracts are read.
    if (promised.contains(id)) {
      problems.add(
          ErrorCode.DUPLICATE_ID,
          place,
          "Rule `" + id + "` exists already.",
          "What a column promises becomes rules too, named after it.",
          "Give the written rule another id.");
    }
    return false;
  }
}
