package org.assize.contract.rule;

import org.assize.contract.DataContract;
import org.assize.contract.Measure;
import org.assize.contract.Scope;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Whether rules can be about the rows that they want to be about. */
final class Scopes {

  private final Problems problems;

  Scopes(Problems problems) {
    this.problems = problems;
  }

  void check(DataContract contract, RowRules rules) {
    for (RowRule rule : rules.rowRules()) {
      if (rule.terms().scope() != Scope.BATCH) {
        invalid(
            rule.place(), rule.id(), "is about single rows, which have no `scope`", "Remove it.");
      }
    }
    for (DatasetRule rule : rules.datasetRules()) {
      check(contract, rule);
    }
  }

  private void check(DataContract contract, DatasetRule rule) {
    Scope scope = rule.terms().scope();
    if (scope != Scope.BATCH && rule.measure() == Measure.HISTOGRAM_DISTANCE) {
      invalid(
          rule.place(),
          rule.id(),
          "compares a batch with the table, so its `scope` is the batch",
          "Remove the scope.");
    }
    if (scope != Scope.INTERVAL) {
      return;
    }
    if (contract.load().interval().isEmpty()) {
      invalid(
          rule.place(),
          rule.id(),
          "has the scope interval, and the table no intervals",
          "Declare `load.interval`, or use `scope: table`.");
    }
    if (rule.measure() == Measure.QUERY) {
      invalid(
          rule.place(),
          rule.id(),
          "is a query, which has no scope interval",
          "Use `scope: table`, and group by the interval in the query.");
    }
    if (rule.spec().usual().isPresent()) {
      invalid(
          rule.place(),
          rule.id(),
          "has the scope interval, which gives one batch several figures, and no usual one",
          "Use a bound, or another scope.");
    }
  }

  private void invalid(Place place, String rule, String problem, String mend) {
    problems.add(
        ErrorCode.RULE_INVALID, place, "The rule `" + rule + "` " + problem + ".", "", mend);
  }
}
