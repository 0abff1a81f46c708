package org.assize.core.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a pipeline, as last heard of.
 *
 * @param pipeline id of the pipeline
 * @param occasion what it is for: an interval {@code start/end}, or the versions of awaited tables;
 *     a pipeline runs once to effect for each
 * @param due when it should have begun
 * @param attempt 1 for the first
 * @param at when this was written down
 * @param again when it is tried again; empty unless the state says so
 * @param runId id of the run whose report tells more; empty before it is known
 */
public record PipelineRun(
    String pipeline,
    String occasion,
    Instant due,
    State state,
    int attempt,
    Instant at,
    Optional<Instant> again,
    String runId) {

  /** How it stands. */
  public enum State {
    /**
     * It is due and has not begun: it waits for its runner, for a slot, or until nobody pauses it.
     */
    WAITING,
    /** It began; if nothing more is heard of it, whoever ran it died. */
    BEGUN,
    /** Every table is done. */
    DONE,
    /** The gate held a table; somebody decides. */
    HELD,
    /** It failed, and trying again would not help, or was tried often enough. */
    FAILED,
    /** It failed for a passing reason and is tried again. */
    AGAIN,
    /** It was missed, and the schedule does not make up for it. */
    PASSED_OVER
  }

  /** Whether nothing more will come of it by itself. */
  public boolean hasEnded() {
    return state != State.WAITING && state != State.BEGUN && state != State.AGAIN;
  }

  /** What people call it: its id where it has one, else what it is for. */
  public String name() {
    return runId.isEmpty() ? occasion : runId;
  }

  /** The same run, due once more because somebody wants it; its attempts are counted anew. */
  public PipelineRun wanted(Instant now) {
    return new PipelineRun(pipeline, occasion, due, State.WAITING, 1, now, Optional.empty(), "");
  }

  /** The same run in another state. */
  public PipelineRun as(State next, Instant now, Optional<Instant> tryAgain, String id) {
    return new PipelineRun(pipeline, occasion, due, next, attempt, now, tryAgain, id);
  }

  /** The next attempt, begun. */
  public PipelineRun retried(Instant now) {
    return new PipelineRun(
        pipeline, occasion, due, State.BEGUN, attempt + 1, now, Optional.empty(), "");
  }
}
