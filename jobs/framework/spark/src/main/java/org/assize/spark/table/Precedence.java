package org.assize.spark.table;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.NotedCommit;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;

/** Looks into a table's log for what was committed since a batch was resolved. */
final class Precedence {

  private Precedence() {}

  /** Why a batch must not be written now; empty when nothing came between. */
  static Optional<Attempt> of(StoredTable table, TableWriter writer, Batch batch) {
    Optional<NavigableMap<Long, CommitNote>> notes =
        table.notes(batch.tableVersion(), writer.startedFrom());
    if (notes.isEmpty()) {
      return Optional.of(Attempt.Outdated.overtaken());
    }
    for (Map.Entry<Long, CommitNote> entry : notes.get().entrySet()) {
      if (entry.getValue().batch().equals(batch.id())) {
        return Optional.of(new Attempt.Found(new NotedCommit(entry.getKey(), entry.getValue())));
      }
    }
    return notes.get().isEmpty() ? Optional.empty() : Optional.of(Attempt.Outdated.overtaken());
  }

  /** After a lost commit: the batch itself, if another run committed it meanwhile. */
  static Attempt afterConflict(StoredTable table, TableWriter writer, Batch batch) {
    return table
        .commitOf(batch.id(), writer.startedFrom())
        .<Attempt>map(Attempt.Found::new)
        .orElseGet(Attempt.Outdated::overtaken);
  }
}
