package org.assize.spark.condition;

import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;

/**
 * That the class of a rule failed on some row. Travels from a task to the driver, so it holds texts
 * alone; the failure itself, whose message may hold values, stays behind.
 */
public final class RuleFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String failure;

  RuleFault(String rule, Place place, String failure) {
    super("The rule `" + rule + "` failed: " + failure + ".");
    this.file = place.file();
    this.line = place.line();
    this.failure = failure;
  }

  /** The failure for people. */
  public Problem problem() {
    String text = String.valueOf(getMessage());
    return new Problem(
        ErrorCode.RULE_FAILED,
        new Place(file, line),
        text,
        "Nothing of the batch became visible.",
        failure.contains("`")
            ? "Correct the rule's `columns` or its class."
            : "Correct its class.");
  }
}
