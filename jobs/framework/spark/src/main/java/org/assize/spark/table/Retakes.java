package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.Replayed;

/** Batches that take quarantined rows once more. */
record Retakes(
    RunContext context,
    Definition.SourceFed definition,
    Quarantine quarantine,
    Relations relations) {

  /** The batch of the rows that wait for a parent, when some parent changed since. */
  Optional<Batch> waiting() {
    if (definition.parents().isEmpty()) {
      return Optional.empty();
    }
    DatasetName table = definition.table();
    long version = context.table(table.quarantine()).latestVersion();
    var waiting = new Replayed(version, "", List.of(), true);
    boolean isDue =
        version > 0
            && relations.haveChanged(context.ledger().batches(table.toString()))
            && !quarantine.selection(waiting).rows().isEmpty();
    return isDue ? Optional.of(of(waiting)) : Optional.empty();
  }

  /** The batch of some quarantined rows, out of all that raw holds now. */
  Batch of(Replayed rows) {
    DataContract contract = definition.contract();
    List<UpstreamRange> upstream = new ArrayList<>();
    for (DatasetName need : definition.needs()) {
      StoredTable raw = context.table(need);
      if (raw.latestVersion() > 0) {
        upstream.add(new UpstreamRange(need.toString(), raw.tableId(), -1, raw.latestVersion()));
      }
    }
    upstream.addAll(relations.pinned());
    return Batch.of(
        contract.name().toString(),
        BatchInputs.ofReplay(upstream, rows),
        0,
        context.table(contract.name()).latestVersion(),
        contract.version(),
        definition.rules().fingerprint(),
        "",
        context.clock().instant());
  }
}
