package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.BatchState;

/** Finds the versions of raw tables that a source-fed table has not consumed. */
final class SourceFedResolution {

  private final RunContext context;
  private final TableTask task;
  private final Definition.SourceFed definition;
  private final DataContract contract;

  SourceFedResolution(RunContext context, TableTask task, Definition.SourceFed definition) {
    this.context = context;
    this.task = task;
    this.definition = definition;
    this.contract = definition.contract();
  }

  Resolution resolve(StoredTable table) {
    long version = table.latestVersion();
    List<BatchState> batches = context.ledger().batches(contract.name().toString());
    Optional<BatchState> held = batches.stream().filter(BatchState::isHeld).findFirst();
    if (held.isPresent() && contract.load().mode() == Load.Mode.REPLACE) {
      return new Resolution.Nothing(WaitingOutcome.of(contract.name(), held.get()));
    }
    Map<String, UpstreamRange> consumed = Consumed.by(batches);
    List<ReadTable> raws = definition.needs().stream().map(context.inputs()::of).toList();
    // Rows out of another warehouse's records do not stay beside those of the own, and of a batch
    // that was rolled back, quarantine still tells what became of each row.
    boolean isWhole =
        task.restate()
            || context.ledger().isUndone(contract.name().toString())
            || raws.stream().anyMatch(raw -> raw.isMoved(consumed));
    List<UpstreamRange> fresh = new ArrayList<>();
    boolean anyDelivered = false;
    for (ReadTable raw : raws) {
      long latest = raw.stored().latestVersion();
      anyDelivered |= latest > 0;
      Optional<UpstreamRange> last =
          Optional.ofNullable(consumed.get(raw.stored().name().toString()));
      if (latest > 0 && (isWhole || last.isEmpty() || last.get().to() < latest)) {
        fresh.add(range(raw, isWhole ? Optional.empty() : last, latest));
      }
    }
    if (fresh.isEmpty()) {
      return new Resolution.Nothing(nothing(held, anyDelivered));
    }
    int generation =
        batches.stream().mapToInt(state -> state.batch().generation()).max().orElse(0)
            + (isWhole ? 1 : 0);
    return new Resolution.Work(
        Batch.of(
            contract.name().toString(),
            BatchInputs.ofTables(upstream(fresh), List.of(), isWhole),
            generation,
            version,
            contract.version(),
            definition.rules().fingerprint(),
            "",
            context.clock().instant()));
  }

  /** New records, and the parents as they stand. */
  private List<UpstreamRange> upstream(List<UpstreamRange> fresh) {
    List<UpstreamRange> all = new ArrayList<>(fresh);
    all.addAll(new Relations(context, definition.beside().parents()).pinned());
    return all;
  }

  private static UpstreamRange range(ReadTable raw, Optional<UpstreamRange> last, long latest) {
    UpstreamRange all = raw.range(-1, latest);
    return last.filter(range -> range.tableId().equals(all.tableId()))
        .map(range -> raw.range(range.to(), latest))
        .orElse(all);
  }

  private TableOutcome nothing(Optional<BatchState> held, boolean anyDelivered) {
    if (held.isPresent()) {
      return WaitingOutcome.of(contract.name(), held.get());
    }
    return anyDelivered
        ? TableOutcome.of(contract.name(), Status.UP_TO_DATE, "no new record")
        : TableOutcome.of(contract.name(), Status.NOT_READY, "nothing was delivered yet");
  }
}
