package org.assize.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assize.contract.DatasetName;
import org.assize.core.Counts;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.ReadVersion;

/** The two events of one table's part in a run. */
final class TableEvents {

  private final RunEvents events;
  private final TableTask task;
  private final Map<DatasetName, ReadVersion> versions;
  private volatile ColumnOrigins origins;

  TableEvents(
      RunEvents events,
      TableTask task,
      Map<DatasetName, ReadVersion> versions,
      ColumnOrigins declared) {
    this.events = events;
    this.task = task;
    this.versions = versions;
    this.origins = declared;
  }

  /** From now on what was seen counts, not what was declared. */
  void observed(Supplier<ColumnOrigins> seen) {
    origins = seen.get();
  }

  RunEvent start() {
    return events.event(
        EventType.START,
        task,
        Optional.empty(),
        inputs(Map.of()),
        List.of(output(Optional.empty(), Optional.empty())));
  }

  RunEvent end(TableOutcome outcome) {
    EventType type = Lineage.typeOf(outcome.status());
    List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
    boolean isWritten = outcome.version().isPresent();
    outputs.add(output(outcome.version(), isWritten ? written(outcome) : Optional.empty()));
    long refused = outcome.counts().getOrDefault(Counts.QUARANTINED, 0L);
    if (isWritten && refused > 0) {
      outputs.add(
          events
              .datasets()
              .output(
                  task.table().quarantine(),
                  Optional.empty(),
                  Optional.of(refused),
                  ColumnOrigins.UNKNOWN,
                  versions));
    }
    return events.event(type, task, why(type, outcome), inputs(outcome.counts()), outputs);
  }

  private static Optional<String> why(EventType type, TableOutcome outcome) {
    if (type == EventType.COMPLETE) {
      return Optional.empty();
    }
    List<String> problems =
        outcome.problems().stream().map(p -> p.code() + ": " + p.problem()).toList();
    return Optional.of(problems.isEmpty() ? outcome.note() : String.join(" ", problems));
  }

  private OpenLineage.OutputDataset output(Optional<Long> version, Optional<Long> rows) {
    return events.datasets().output(task.table(), version, rows, origins, versions);
  }

  private List<OpenLineage.InputDataset> inputs(Map<String, Long> counts) {
    Definition definition = task.definition();
    if (definition instanceof Definition.Raw raw) {
      return List.of(events.datasets().input(raw.source(), counts));
    }
    List<DatasetName> needs = definition.needs();
    // Of several inputs nobody counted which gave how many.
    Optional<Long> rows =
        needs.size() == 1 ? Optional.ofNullable(counts.get(Counts.RECORDS)) : Optional.empty();
    return needs.stream()
        .map(need -> events.datasets().input(need, Optional.ofNullable(versions.get(need)), rows))
        .toList();
  }

  private static Optional<Long> written(TableOutcome outcome) {
    Map<String, Long> counts = outcome.counts();
    if (counts.containsKey(Counts.NEW)) {
      return Optional.of(counts.get(Counts.NEW) + counts.getOrDefault(Counts.SUPERSEDING, 0L));
    }
    return Optional.ofNullable(counts.get(Counts.COMMITTED));
  }
}
