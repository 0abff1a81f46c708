package org.assize.spark.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    Map<ReadTable, Long> inputs = new LinkedHashMap<>();
    for (DatasetName need : definition.needs()) {
      ReadTable input = context.inputs().of(need);
      long latest = input.stored().latestVersion();
      if (latest <= 0) {
        return nothing(Status.NOT_READY, need + " has not been built yet");
      }
      inputs.put(input, latest);
      UpstreamRange last = consumed.get(need.toString());
      isChanged |= last == null || last.to() != latest || input.isMoved(consumed);
    }
    if (!isChanged) {
      return nothing(Status.UP_TO_DATE, codeNote(batches));
    }
    List<UpstreamRange> ranges = ranges(inputs, consumed);
    // Versions of one warehouse mean nothing in another: the same ones may come back.
    boolean isMoved = inputs.keySet().stream().anyMatch(input -> input.isMoved(consumed));
    boolean isUndone = context.ledger().isUndone(contract.name().toString());
    return unfinished(inputs.keySet())
        .map(missing -> nothing(Status.NOT_READY, missing + " of a group is not committed yet"))
        .orElseGet(() -> work(version, batches, ranges, isForced || isMoved || isUndone));
  }

  /** Looked for after the versions were read: whatever passed before is known by now. */
  private Optional<DatasetName> unfinished(Collection<ReadTable> inputs) {
    List<ReadTable> grouped = inputs.stream().filter(this::isGrouped).toList();
    if (grouped.isEmpty()) {
      return Optional.empty();
    }
    context.ledger().refresh();
    return grouped.stream().flatMap(input -> missing(input).stream()).findFirst();
  }

  private boolean isGrouped(ReadTable input) {
    return context
        .workspace()
        .contract(input.stored().name())
        .filter(read -> read.group().isPresent())
        .isPresent();
  }

  private Optional<DatasetName> missing(ReadTable input) {
    RunContext there = input.from().map(context::elsewhere).orElse(context);
    return new OpenGroups(there).missing(input.stored().name());
  }

  private static List<UpstreamRange> ranges(
      Map<ReadTable, Long> inputs, Map<String, UpstreamRange> consumed) {
    List<UpstreamRange> ranges = new ArrayList<>();
    inputs.forEach(
        (input, latest) -> {
          UpstreamRange all = input.range(-1, latest);
          ranges.add(
              Optional.ofNullable(consumed.get(all.table()))
                  .filter(last -> last.tableId().equals(all.tableId()))
                  .map(last -> input.range(last.to(), latest))
                  .orElse(all));
        });
    return ranges;
  }

  private Resolution work(
      long version, List<BatchState> batches, List<UpstreamRange> ranges, boolean isNewGeneration) {
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
    int generation =
        batches.stream().mapToInt(state -> state.batch().generation()).max().orElse(0)
            + (isNewGeneration ? 1 : 0);
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
