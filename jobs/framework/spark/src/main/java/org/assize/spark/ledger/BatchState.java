package org.assize.spark.ledger;

/**
 * A batch and the last thing that happened to it.
 *
 * @param last kind of the newest event; INTENT means open
 * @param runId run of the newest event
 * @param detail detail of the newest event
 */
public record BatchState(Batch batch, LedgerEvent.Kind last, String runId, String detail) {

  /** Whether the batch was begun and not ended. */
  public boolean isOpen() {
    return last == LedgerEvent.Kind.INTENT || isCleared();
  }

  /** Whether its gate has been passed, or overridden, so that it will be committed. */
  public boolean isCleared() {
    return last == LedgerEvent.Kind.PASSED || last == LedgerEvent.Kind.ACCEPTED;
  }

  /** Whether the batch waits for a decision. */
  public boolean isHeld() {
    return last == LedgerEvent.Kind.HELD;
  }

  /** Whether nothing that is heard of it later matters: its rows are in, or were taken out. */
  boolean isSettled() {
    return last == LedgerEvent.Kind.COMMITTED || last == LedgerEvent.Kind.ROLLED_BACK;
  }

  /**
   * Whether its inputs are spoken for: by rows, by a hold, or by somebody's decision; not those of
   * a batch that was rolled back.
   */
  public boolean hasTakenInputs() {
    return last != LedgerEvent.Kind.ABANDONED && last != LedgerEvent.Kind.ROLLED_BACK;
  }

  BatchState after(LedgerEvent event) {
    return new BatchState(batch, event.kind(), event.runId(), event.detail());
  }
}
