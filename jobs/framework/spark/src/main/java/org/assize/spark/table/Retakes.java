package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.Replayed;

/** Batches that take quarantined rows once more. */
record Retakes(
    RunContext context,
    Definition.SourceFed definition,
    Quarantine quarantine,
    Relations relations) {

  /**
   * The batch of the rows that wait for a parent, when some parent changed since.
   *
   * @param settled finishes open batches and answers the table's version
   */
  Optional<Batch> waiting(LongSupplier settled) {
    DatasetName table = definition.table();
    StoredTable refused = context.table(table.quarantine());
    List<BatchState> batches = context.ledger().batches(table.toString());
    boolean isDue =
        !definition.beside().parents().isEmpty()
            && refused.latestVersion() > 0
            && !isMoved(batches)
            && relations.haveChanged(batches);
    if (!isDue) {
      return Optional.empty();
    }
    long tableVersion = settled.getAsLong();
    var waiting = new Replayed(refused.latestVersion(), "", List.of(), true);
    return quarantine.selection(waiting).rows().isEmpty()
        ? Optional.empty()
        : Optional.of(of(waiting, tableVersion));
  }

  /** The next batch reads everything elsewhere, those rows too. */
  private boolean isMoved(List<BatchState> batches) {
    Map<String, UpstreamRange> consumed = Consumed.by(batches);
    return definition.needs().stream()
        .anyMatch(need -> context.inputs().of(need).isMoved(consumed));
  }

  /**
   * The batch of some quarantined rows, out of all that raw holds now.
   *
   * @param tableVersion the table's version from before the rows were looked up in quarantine
   */
  Batch of(Replayed rows, long tableVersion) {
    DataContract contract = definition.contract();
    List<UpstreamRange> upstream = new ArrayList<>();
    for (DatasetName need : definition.needs()) {
      ReadTable raw = context.inputs().of(need);
      long latest = raw.stored().latestVersion();
      if (latest > 0) {
        upstream.add(raw.range(-1, latest));
      }
    }
    upstream.addAll(relations.pinned());
    return Batch.of(
        contract.name().toString(),
        BatchInputs.ofReplay(upstream, rows),
        0,
        tableVersion,
        contract.version(),
        definition.rules().fingerprint(),
        "",
        context.clock().instant());
  }
}
