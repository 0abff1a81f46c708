package org.assize.spark.table;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.assize.core.TableTask;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;

/** How one kind of table does the steps of a run; {@link BatchExecution} calls them in order. */
interface TableRun {

  /** What was planned. */
  TableTask task();

  /** The table written. */
  StoredTable table();

  /** Finds inputs not yet consumed. Changes nothing. */
  Resolution resolve();

  /**
   * Quarantined rows whose parents changed, to be taken once more before anything new.
   *
   * @param settled finishes open batches and answers the table's version
   */
  default Optional<Batch> waiting(LongSupplier settled) {
    return Optional.empty();
  }

  /** Reads, marks, writes the candidate and judges it. Repeating it is harmless. */
  Attempt attempt(Batch batch);

  /** Finishes what follows a commit of data, for a batch that the table's log holds. */
  void complete(Batch batch);
}
