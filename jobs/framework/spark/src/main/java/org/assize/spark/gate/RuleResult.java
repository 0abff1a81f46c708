package org.assize.spark.gate;

import org.assize.contract.Action;

/**
 * How one rule fared on one batch.
 *
 * @param broken rows that break it, or the measure of a dataset rule
 * @param rows rows it was measured over
 * @param met whether Deequ found the check met
 */
public record RuleResult(String rule, Action action, double broken, long rows, boolean met) {

  /** The built-in rule that columns of a source under {@code drift: freeze} stay: not kept. */
  public static RuleResult columnsChanged() {
    return new RuleResult("columns_frozen", Action.HOLD, 0, 0, false);
  }

  /** The built-in rule that no batch may leave a table without rows that had some: not kept. */
  public static RuleResult notEmptied() {
    return new RuleResult("not_emptied", Action.HOLD, 0, 0, false);
  }
}
