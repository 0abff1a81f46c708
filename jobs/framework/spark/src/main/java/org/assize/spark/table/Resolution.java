package org.assize.spark.table;

import org.assize.core.TableOutcome;
import org.assize.spark.ledger.Batch;

/** What a table run has to do. */
sealed interface Resolution {

  /** A batch to work on. */
  record Work(Batch batch) implements Resolution {}

  /** A batch that an earlier run recorded and did not end. */
  record Begun(Batch batch) implements Resolution {}

  /** Nothing, or nothing that can be done now. */
  record Nothing(TableOutcome outcome) implements Resolution {}
}
