package org.assize.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assize.contract.DatasetName;
import org.assize.contract.change.Impact;
import org.assize.contract.problem.Problem;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Foreseen.Work;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchState;

/** Resolves every table of a plan as its run would, and writes nothing. */
public final class Foresight {

  private final RunContext context;
  private final TableRuns runs;
  private final Set<DatasetName> moving = new HashSet<>();

  /** Looks at tables as a runner would find them now. */
  public Foresight(RunContext context, TableRuns runs) {
    this.context = context;
    this.runs = runs;
  }

  /** What would become of each table, in the order given, which has inputs first. */
  public List<Foreseen> of(List<TableTask> tasks) {
    List<Foreseen> all = new ArrayList<>();
    for (TableTask task : tasks) {
      context.listener().started(task.table());
      Foreseen foreseen = of(task);
      if (foreseen.work() == Work.RUN || foreseen.work() == Work.FOLLOW) {
        moving.add(task.table());
      }
      all.add(foreseen);
      context.listener().ended(TableOutcome.of(task.table(), Status.UP_TO_DATE, ""));
    }
    return all;
  }

  private Foreseen of(TableTask task) {
    List<BatchState> batches = context.ledger().batches(task.table().toString());
    Optional<TableOutcome> rolledBack = Rollbacks.held(context, context.table(task.table()));
    if (rolledBack.isPresent()) {
      return nothing(task, batches, Work.WAIT, rolledBack.get().note());
    }
    Optional<BatchState> open = batches.stream().filter(BatchState::isOpen).findFirst();
    if (open.isPresent()) {
      String why = "run " + open.get().runId() + " began a batch and did not end it";
      return work(task, batches, open.get().batch(), why);
    }
    Resolution resolution;
    try {
      resolution = runs.tableRun(context, task).resolve();
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      Problem first = TableRuns.failed(task.table(), e).problems().get(0);
      return nothing(task, batches, Work.WAIT, first.code() + ": " + first.problem());
    }
    if (resolution instanceof Resolution.Work work) {
      return work(task, batches, work.batch(), why(task, batches, work.batch()));
    }
    TableOutcome outcome =
        resolution instanceof Resolution.Nothing nothing
            ? nothing.outcome()
            : TableOutcome.of(task.table(), Status.UP_TO_DATE, "");
    List<String> coming = coming(task);
    boolean isHeld = outcome.status() == Status.HELD;
    if (!coming.isEmpty() && !isHeld) {
      return nothing(task, batches, Work.FOLLOW, "follows " + String.join(", ", coming));
    }
    boolean waits = isHeld || outcome.status() == Status.NOT_READY;
    String held = outcome.batchId().map(id -> ": " + id).orElse("");
    return nothing(task, batches, waits ? Work.WAIT : Work.NONE, outcome.note() + held);
  }

  private List<String> coming(TableTask task) {
    return followed(task, moving::contains);
  }

  private static List<String> followed(TableTask task, Predicate<DatasetName> isMeant) {
    return task.definition().follows().stream()
        .filter(isMeant)
        .map(DatasetName::selector)
        .distinct()
        .toList();
  }

  private String why(TableTask task, List<BatchState> batches, Batch batch) {
    List<String> reasons = new ArrayList<>();
    if (task.restate() || task.interval().isPresent()) {
      reasons.add("asked for");
    }
    if (batches.isEmpty()) {
      reasons.add("never run");
    }
    if (!batch.inputs().files().isEmpty()) {
      reasons.add("new files");
    }
    Set<String> moved =
        batch.inputs().upstream().stream()
            .filter(range -> range.from() < range.to() && range.from() >= 0)
            .map(UpstreamRange::table)
            .collect(Collectors.toSet());
    List<String> changed = followed(task, table -> moved.contains(table.toString()));
    if (!changed.isEmpty()) {
      reasons.add("new in " + String.join(", ", changed));
    }
    List<String> coming = coming(task);
    if (!coming.isEmpty()) {
      reasons.add("and what " + String.join(", ", coming) + " will bring");
    }
    return reasons.isEmpty() ? "an input was made anew" : String.join(", ", reasons);
  }

  private Foreseen work(TableTask task, List<BatchState> batches, Batch batch, String why) {
    ReadEstimate read = ReadEstimate.of(context, task.definition(), batch);
    return new Foreseen(
        task.table(),
        Work.RUN,
        why,
        batch.inputs().files().size(),
        read.bytes(),
        read.rows(),
        Spans.intervals(batch.inputs().spans()),
        note(task, batches, context.inputs().told(batch.inputs().upstream()), Optional.of(batch)));
  }

  private Foreseen nothing(TableTask task, List<BatchState> batches, Work work, String why) {
    return new Foreseen(
        task.table(),
        work,
        why,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        note(task, batches, "", Optional.empty()));
  }

  /** What is read elsewhere, and what changed since rows were last computed or judged. */
  private static Optional<String> note(
      TableTask task, List<BatchState> batches, String read, Optional<Batch> next) {
    List<String> notes = new ArrayList<>();
    if (!read.isEmpty()) {
      notes.add(read);
    }
    if (!batches.isEmpty() && task.definition() instanceof Definition.Contracted table) {
      notes.addAll(changes(batches.get(batches.size() - 1).batch(), table, next));
    }
    return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
  }

  private static List<String> changes(
      Batch last, Definition.Contracted table, Optional<Batch> next) {
    List<String> changed = new ArrayList<>();
    String version = table.contract().version();
    if (!last.contract().equals(version)) {
      changed.add(
          "version "
              + last.contract()
              + " became "
              + version
              + ", "
              + Impact.declared(last.contract(), version).word());
    }
    if (!last.rules().equals(table.rules().fingerprint())) {
      changed.add(
          "rules changed, forward-only: rows that are there are judged again by --restate alone");
    }
    if (next.filter(batch -> !batch.code().equals(last.code())).isPresent()
        && !next.get().inputs().whole()) {
      changed.add(
          "its transform changed, forward-only: what is there is computed again by --restate"
              + " alone");
    }
    return changed;
  }
}
