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

  /** Whether its inputs are spoken for: by rows, by a hold, or by somebody's decision. */
  public boolean hasTakenInputs() {
    return last != LedgerEvent.Kind.ABANDONED;
  }

  BatchState after(LedgerEvent event) {
    return new BatchState(batch, event.kind(), event.runId(), event.detail());
  }
}
