package org.assize.core.plan;

import java.util.List;
import java.util.function.Consumer;

/** Port: what carries the steps of a plan out, one after the other. */
public interface StepRunner {

  /**
   * What stands in the way of working on tables, a sentence without a stop each.
   *
   * @param tables selectors
   */
  List<String> inTheWay(List<String> tables);

  /**
   * Carries a step out to its end.
   *
   * @param plan id of the plan
   * @param number of the step, from 0
   * @param progress hears sentences without a stop
   */
  End run(String plan, int number, Step step, Consumer<String> progress);

  /**
   * How a step ended.
   *
   * @param runId of the run that tells more
   * @param exitCode as of a run
   * @param more command that tells more
   */
  record End(String runId, int exitCode, String more) {}
}
