package org.assize.core;

import java.util.OptionalDouble;

/**
 * How one rule fared on one batch.
 *
 * @param measure what was measured, as in {@link org.assize.contract.Measure}
 * @param value the number measured; empty where there was nothing to measure
 * @param rows rows it was measured over
 * @param low least value that would have been usual, where the rule compares with its history
 * @param high greatest such value
 * @param isExempt whether somebody exempted the rule, so that it had no effect
 */
public record RuleResult(
    String rule,
    String dimension,
    String measure,
    OptionalDouble value,
    long rows,
    OptionalDouble low,
    OptionalDouble high,
    Effect effect,
    boolean isExempt) {

  /** What a rule did to a batch. */
  public enum Effect {
    NONE,
    /** Rows went to quarantine. */
    REFUSED,
    WARNED,
    HELD
  }

  /** A built-in rule that is broken. */
  public static RuleResult builtIn(String rule, Effect effect) {
    return new RuleResult(
        rule,
        "consistency",
        "",
        OptionalDouble.empty(),
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        effect,
        false);
  }
}
