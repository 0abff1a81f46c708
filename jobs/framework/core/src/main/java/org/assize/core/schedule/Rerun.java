package org.assize.core.schedule;

import java.util.List;

/**
 * A run that somebody wants once more.
 *
 * @param tasks those that are run, in the pipeline's order; what is up to date in them is left
 *     alone
 * @param isPaused whether it waits because its pipeline is paused
 */
public record Rerun(
    Pipeline pipeline, PipelineRun run, Extent extent, List<Task> tasks, boolean isPaused) {

  /** How much of the run. */
  public enum Extent {
    /** Every task. */
    WHOLE,
    /** What did not succeed, and what waited for it. */
    FAILED
  }

  public Rerun {
    tasks = List.copyOf(tasks);
  }
}
