package org.assize.spark.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One fact that happened; never changed afterwards.
 *
 * @param table full name; empty for an event of a whole run
 * @param batchId empty for an event of a whole run
 * @param detail JSON; never a value of a row
 */
public record LedgerEvent(
    String id, Kind kind, String table, String batchId, String runId, Instant at, String detail) {

  /** Whether it says how a batch ended, which the table's own log, or another try, would tell. */
  boolean isEnd() {
    return kind == Kind.COMMITTED || kind == Kind.HELD || kind == Kind.ABANDONED;
  }

  /** An event with an id of its own. */
  public static LedgerEvent of(
      Kind kind, String table, String batchId, String runId, Instant at, String detail) {
    return new LedgerEvent(UUID.randomUUID().toString(), kind, table, batchId, runId, at, detail);
  }

  /** What can happen to a batch or a run. */
  public enum Kind {
    /** A batch was resolved and will be worked on; detail is the {@link Batch}. */
    INTENT,
    /** The table's log holds the batch. */
    COMMITTED,
    /** The gate held the batch; its candidate is kept for a while. */
    HELD,
    /** The batch will never be committed: its inputs changed, or another batch took them. */
    ABANDONED,
    /** Every batch of its group was judged and none holds: it will be committed, come what may. */
    PASSED,
    /** Somebody wants a held batch committed all the same. */
    ACCEPTED,
    /** Somebody gave a held batch up: its inputs count as consumed. */
    DROPPED,
    /** Somebody gave quarantined rows up; belongs to a table, not to a batch. */
    DISCARDED,
    /** Somebody wants the table as it was; detail is {@link RolledBack}. */
    ROLLED_BACK,
    /** Somebody lets a table that was rolled back be run again. */
    RELEASED,
    /** Somebody looked at quarantined rows without their mask. */
    REVEALED,
    /** A run ended; detail is its report. */
    RUN,
    /** A scheduled run began or ended; detail is the {@code PipelineRun}. */
    SCHEDULED,
    /** Somebody paused a pipeline or let it go on. */
    PAUSED,
    /** Somebody saved a plan; detail is the {@code SavedPlan}. */
    PLANNED,
    /** Somebody approved a saved plan. */
    APPROVED,
    /** A step of a saved plan ended well. */
    STEP_DONE,
    /** Somebody was told of an incident; detail is the {@code Notice}. */
    TOLD
  }
}
