package org.assize.contract.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.Action;
import org.assize.contract.DataContract;
import org.assize.contract.PromiseTerms;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;

/** What {@code promises} of a contract says of the rules that its columns imply. */
final class PromisedTerms {

  private final DataContract contract;
  private final Severities severities;
  private final Problems problems;
  private final Map<String, PromiseTerms> written = new HashMap<>();
  private final List<String> asked = new ArrayList<>(List.of(RuleSet.PARSED));

  PromisedTerms(DataContract contract, Severities severities, Problems problems) {
    this.contract = contract;
    this.severities = severities;
    this.problems = problems;
    contract.promises().forEach(promise -> written.put(promise.rule(), promise));
  }

  /** The terms of a rule about single rows, or about many. */
  RuleTerms of(String rule) {
    asked.add(rule);
    PromiseTerms promise = written.get(rule);
    return promise == null ? RuleTerms.NONE : promise.terms();
  }

  /** What a broken rule about single rows does. */
  Action action(String rule) {
    return of(rule).action().orElse(severities.ofPromise());
  }

  /** What a broken rule about many rows does. */
  Action actionOverMany(String rule) {
    PromiseTerms promise = written.get(rule);
    if (promise != null
        && (promise.terms().warnAt().isPresent() || promise.terms().failAt().isPresent())) {
      invalid(promise, "`" + rule + "` counts keys, not rows that break a condition.");
    }
    return of(rule).action().filter(action -> !isQuarantine(rule, action)).orElse(Action.HOLD);
  }

  /** Reports terms of rules that nothing implies, and those that a derived table cannot keep. */
  void check() {
    for (PromiseTerms promise : contract.promises()) {
      if (!asked.contains(promise.rule())) {
        problems.add(
            ErrorCode.UNKNOWN_VALUE,
            promise.place(),
            "No column implies a rule `" + promise.rule() + "`.",
            "A written rule has its terms in its own custom property `assize`.",
            Nearest.hint(promise.rule(), asked));
      } else if (promise.rule().equals(RuleSet.PARSED)) {
        invalid(promise, "`parsed` has no terms: a record that cannot be read gives no row.");
      } else if (contract.isDerived()
          && promise.terms().action().filter(Action.QUARANTINE::equals).isPresent()) {
        invalid(promise, "A derived table quarantines nothing.");
      }
    }
  }

  private boolean isQuarantine(String rule, Action action) {
    if (action == Action.QUARANTINE) {
      PromiseTerms promise = written.get(rule);
      if (promise != null) {
        invalid(promise, "A rule about many rows has no row to quarantine.");
      }
      return true;
    }
    return false;
  }

  private void invalid(PromiseTerms promise, String problem) {
    problems.add(ErrorCode.CONTRACT_INVALID, promise.place(), problem, "", "Change its terms.");
  }
}
