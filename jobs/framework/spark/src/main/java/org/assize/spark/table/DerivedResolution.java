package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Load;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.BatchState;

/** Finds what changed upstream of a derived table, and pins it. */
final class DerivedResolution {

  private final RunContext context;
  private final TableTask task;
  private final Definition.Derived definition;
  private final DataContract contract;
  private final String code;

  DerivedResolution(
      RunContext context, TableTask task, Definition.Derived definition, String code) {
    this.context = context;
    this.task = task;
    this.definition = definition;
    this.contract = definition.contract();
    this.code = code;
  }

  Resolution resolve(StoredTable table) {
    long version = table.latestVersion();
    List<BatchState> batches = context.ledger().batches(contract.name().toString());
    Optional<BatchState> held = batches.stream().filter(BatchState::isHeld).findFirst();
    if (held.isPresent()) {
      return new Resolution.Nothing(WaitingOutcome.of(contract.name(), held.get()));
    }
    Map<String, UpstreamRange> consumed = Consumed.by(batches);
    boolean isForced = task.restate() || task.interval().isPresent();
    boolean isChanged = isForced;
    for (DatasetName need : definition.needs()) {
      long latest = context.table(need).latestVersion();
      if (latest <= 0) {
        return nothing(Status.NOT_READY, need + " has not been built yet");
      }
      UpstreamRange last = consumed.get(need.toString());
      isChanged |= last == null || last.to() != latest;
    }
    if (!isChanged) {
      return nothing(Status.UP_TO_DATE, codeNote(batches));
    }
    List<UpstreamRange> ranges = ranges(consumed);
    return unfinished()
        .map(missing -> nothing(Status.NOT_READY, missing + " of a group is not committed yet"))
        .orElseGet(() -> work(version, batches, ranges));
  }

  /** Looked for after the versions were read: whatever passed before is known by now. */
  private Optional<DatasetName> unfinished() {
    boolean isGrouped =
        definition.needs().stream()
            .flatMap(need -> context.workspace().contract(need).stream())
            .anyMatch(contract -> contract.group().isPresent());
    if (!isGrouped) {
      return Optional.empty();
    }
    context.ledger().refresh();
    var groups = new OpenGroups(context);
    return definition.needs().stream().flatMap(need -> groups.missing(need).stream()).findFirst();
  }

  private List<UpstreamRange> ranges(Map<String, UpstreamRange> consumed) {
    List<UpstreamRange> ranges = new ArrayList<>();
    for (DatasetName need : definition.needs()) {
      StoredTable upstream = context.table(need);
      String id = upstream.tableId();
      UpstreamRange last = consumed.get(need.toString());
      long from = last != null && last.tableId().equals(id) ? last.to() : -1;
      ranges.add(new UpstreamRange(need.toString(), id, from, upstream.latestVersion()));
    }
    return ranges;
  }

  private Resolution work(long version, List<BatchState> batches, List<UpstreamRange> ranges) {
    boolean isCut = contract.load().mode() == Load.Mode.REPLACE_INTERVAL;
    BatchInputs inputs = BatchInputs.ofTables(ranges, List.of(), true);
    if (isCut) {
      List<DataInterval> spans = spans(ranges, batches);
      if (spans.isEmpty()) {
        return nothing(Status.UP_TO_DATE, "no interval is stale");
      }
      inputs = BatchInputs.ofTables(ranges, Spans.millis(spans), false);
      inputs = task.interval().isPresent() ? inputs.asPartial() : inputs;
    }
    boolean isForced = task.restate() || task.interval().isPresent();
    int generation =
        batches.stream().mapToInt(state -> state.batch().generation()).max().orElse(0)
            + (isForced ? 1 : 0);
    return new Resolution.Work(
        Batch.of(
            contract.name().toString(),
            inputs,
            generation,
            version,
            contract.version(),
            definition.rules().fingerprint(),
            code,
            context.clock().instant()));
  }

  private List<DataInterval> spans(List<UpstreamRange> ranges, List<BatchState> batches) {
    var stale = new StaleIntervals(context, definition);
    if (task.interval().isPresent()) {
      var own = new org.assize.core.Intervals(contract.load().interval().orElseThrow());
      return org.assize.core.Intervals.coalesced(own.covering(task.interval().get()));
    }
    if (task.restate() || batches.isEmpty()) {
      return stale.every(ranges);
    }
    return new ComputedSpans(definition, stale).without(stale.since(ranges), batches, ranges);
  }

  private String codeNote(List<BatchState> batches) {
    boolean isOld =
        !batches.isEmpty() && !batches.get(batches.size() - 1).batch().code().equals(code);
    return isOld ? "its transform changed since: --restate computes it again" : "no input changed";
  }

  private Resolution nothing(Status status, String note) {
    return new Resolution.Nothing(TableOutcome.of(contract.name(), status, note));
  }
}
