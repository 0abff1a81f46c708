package org.assize.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.Definition;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.assize.core.schedule.TaskRecord;

/** Reads in the report of a run what became of each task of a pipeline. */
final class Reports {

  private final Map<DatasetName, Definition> definitions = new HashMap<>();

  Reports(Collection<Definition> all) {
    all.forEach(definition -> definitions.put(definition.table(), definition));
  }

  TaskRecord record(Task task, PipelineRun run, Optional<RunReport> report) {
    if (report.isEmpty()) {
      String line = run.hasEnded() ? "Its report is not in the ledger." : "No end is written down.";
      return new TaskRecord(task, run.state(), Optional.empty(), List.of(line), "");
    }
    Set<DatasetName> tables = tables(task);
    List<TableOutcome> own =
        report.get().tables().stream().filter(one -> tables.contains(one.table())).toList();
    Duration took = own.stream().map(TableOutcome::took).reduce(Duration.ZERO, Duration::plus);
    return new TaskRecord(
        task,
        state(own, run),
        Optional.of(took).filter(time -> !time.isZero()),
        own.stream().flatMap(one -> lines(one).stream()).toList(),
        "assize run show " + run.runId());
  }

  /** Its own, and the raw tables that come along. */
  private Set<DatasetName> tables(Task task) {
    Set<DatasetName> all = new HashSet<>(task.tables());
    for (DatasetName table : task.tables()) {
      Definition definition = definitions.get(table);
      if (definition != null) {
        definition.follows().stream().filter(t -> t.layer() == Layer.RAW).forEach(all::add);
      }
    }
    return all;
  }

  private static State state(List<TableOutcome> outcomes, PipelineRun run) {
    Set<Status> all = new HashSet<>();
    outcomes.forEach(outcome -> all.add(outcome.status()));
    if (all.contains(Status.FAILED) || all.contains(Status.NOT_READY)) {
      return run.state() == State.AGAIN ? State.AGAIN : State.FAILED;
    }
    if (all.contains(Status.HELD)) {
      return State.HELD;
    }
    if (all.contains(Status.SKIPPED)) {
      return run.hasEnded() ? State.PASSED_OVER : State.WAITING;
    }
    return State.DONE;
  }

  private static List<String> lines(TableOutcome outcome) {
    List<String> lines = new ArrayList<>();
    String word = outcome.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String note = outcome.note().isEmpty() ? "" : ": " + outcome.note();
    boolean isTold = !outcome.problems().isEmpty();
    lines.add(outcome.table().selector() + " " + word + (isTold ? "" : note));
    outcome.problems().forEach(problem -> lines.add("  " + problem));
    if (outcome.status() == Status.HELD) {
      outcome.batchId().ifPresent(id -> lines.add("  Look at it: assize quality candidate " + id));
    }
    return lines;
  }
}
