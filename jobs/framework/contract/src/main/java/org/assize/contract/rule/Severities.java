package org.assize.contract.rule;

import org.assize.contract.Action;
import org.assize.contract.DataContract;
import org.assize.contract.QualityRule;

/** What a broken rule does in one table. */
final class Severities {

  private final boolean derived;

  Severities(DataContract contract) {
    this.derived = contract.isDerived();
  }

  /** A promise of a column: as severe as an error. */
  Action ofPromise() {
    return derived ? Action.HOLD : Action.QUARANTINE;
  }

  /** A written rule over single rows. */
  Action ofRow(QualityRule rule) {
    return rule.terms().action().orElseGet(() -> bySeverity(rule, ofPromise()));
  }

  /** A written rule over many rows: there is no row to quarantine. */
  Action ofDataset(QualityRule rule) {
    return rule.terms().action().orElseGet(() -> bySeverity(rule, Action.HOLD));
  }

  private static Action bySeverity(QualityRule rule, Action error) {
    return switch (rule.severity().orElse("error")) {
      case "info", "warning" -> Action.WARN;
      case "critical" -> Action.HOLD;
      default -> error;
    };
  }
}
