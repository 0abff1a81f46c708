package org.assize.spark.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.typing.TypedFrame;

/** The pinned records of a batch, out of raw. */
record BatchRecords(
    RunContext context, DataContract contract, Quarantine quarantine, Relations relations) {

  /** The records as typed rows, all sources together, with what is known of their parents. */
  Dataset<Row> typed(Batch batch, RecordCounts counted) {
    Optional<ReplaySelection> replayed =
        Optional.ofNullable(batch.inputs().replayed()).map(quarantine::selection);
    Dataset<Row> all = null;
    for (UpstreamRange range : batch.inputs().upstream()) {
      for (SourceUse use : contract.sources()) {
        if (use.source().rawTable().toString().equals(range.table())) {
          Dataset<Row> typed = typed(use, range, replayed, counted);
          all = all == null ? typed : all.unionByName(typed, true);
        }
      }
    }
    if (all == null) {
      throw new IllegalStateException("a batch names at least one source of its contract");
    }
    return relations.on(all, batch.inputs().upstream());
  }

  private Dataset<Row> typed(
      SourceUse use,
      UpstreamRange range,
      Optional<ReplaySelection> replayed,
      RecordCounts counted) {
    StoredTable raw = context.pinned(use.source().rawTable(), range);
    List<AddFile> files = RawFiles.of(raw, range);
    Dataset<Row> frame = raw.frame(raw.snapshot(range.to()), files);
    if (replayed.isPresent()) {
      counted.addReplayed();
      ReplaySelection selection = replayed.get();
      return selection.only(TypedFrame.of(selection.records(frame), contract, use));
    }
    counted.add(use, frame, StoredTable.rows(files));
    return TypedFrame.of(frame, contract, use);
  }
}
