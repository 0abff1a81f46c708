package org.assize.spark.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.delta.NotedCommit;
import org.assize.spark.gate.Verdict;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;

/**
 * Brings the batches of one table to their end: first what an earlier run began, then what is new.
 * Every end is noted in the ledger; a lost note is found again in the table's log.
 */
final class BatchExecution {

  /** A table that others write this often in a row is left to them. */
  private static final int TRIES = 5;

  private static final Attempt.Outdated CHANGED =
      new Attempt.Outdated("its inputs changed or vanished");

  private final RunContext context;
  private final TableRun run;
  private final DatasetName table;
  private final Instant started;
  private Optional<TableOutcome> recovered = Optional.empty();

  BatchExecution(RunContext context, TableRun run) {
    this.context = context;
    this.run = run;
    this.table = run.task().table();
    this.started = context.clock().instant();
  }

  /** Finishes open batches, then says what is new. The intent of new work is not recorded yet. */
  Resolution prepare() {
    Optional<TableOutcome> rolledBack = Rollbacks.held(context, run.table());
    if (rolledBack.isPresent()) {
      return new Resolution.Nothing(rolledBack.get());
    }
    recover();
    Optional<Batch> begun = begun();
    if (begun.isPresent()) {
      // Only the whole group can bring it to its end.
      return new Resolution.Begun(begun.get());
    }
    run.waiting(this::settled).ifPresent(batch -> recovered = Optional.of(replay(batch)));
    context.listener().step(table, "resolving");
    Resolution resolution = run.resolve();
    boolean isWork = resolution instanceof Resolution.Work;
    if (isWork && Rollbacks.heldSince(context, run.table()).isPresent()) {
      return prepare();
    }
    boolean isIdle =
        resolution instanceof Resolution.Nothing nothing
            && nothing.outcome().status() == Status.UP_TO_DATE;
    return isIdle && recovered.isPresent() ? new Resolution.Nothing(recovered.get()) : resolution;
  }

  LedgerEvent intent(Batch batch) {
    return event(Kind.INTENT, batch, Json.write(batch));
  }

  /** Works on a batch whose intent is recorded. */
  TableOutcome execute(Batch first) {
    Batch batch = first;
    for (int tries = 0; tries < TRIES; tries++) {
      Attempt attempt = decided(run.attempt(batch), false);
      if (!(attempt instanceof Attempt.Outdated outdated)) {
        return ended(batch, attempt);
      }
      abandon(batch, outdated);
      context.ledger().flush();
      context.ledger().refresh();
      Resolution again = prepare();
      if (again instanceof Resolution.Nothing nothing) {
        return elsewhere(nothing.outcome());
      }
      batch = ((Resolution.Work) again).batch();
      context.ledger().note(List.of(intent(batch)));
      context.ledger().flushIntents();
    }
    throw conflict();
  }

  /** That others kept coming first. */
  PlatformException conflict() {
    return PlatformException.of(
        ErrorCode.CONFLICT,
        "Other runs kept writing " + table + ".",
        "This run came second.",
        "Run again.");
  }

  /** Works on a replay; its intent is recorded here. */
  TableOutcome replay(Batch batch) {
    Optional<TableOutcome> rolledBack = Rollbacks.held(context, run.table());
    if (rolledBack.isPresent()) {
      return rolledBack.get();
    }
    context.ledger().note(List.of(intent(batch)));
    context.ledger().flushIntents();
    Attempt attempt = decided(run.attempt(batch), false);
    if (attempt instanceof Attempt.Outdated outdated) {
      abandon(batch, outdated);
      throw conflict();
    }
    return ended(batch, attempt);
  }

  /** Judges a batch of a group; whoever asks decides about all of them, then ends each. */
  Attempt judged(Batch batch) {
    try {
      return run.attempt(batch);
    } catch (PlatformException e) {
      if (hasOtherInputs(e)) {
        return CHANGED;
      }
      throw e;
    }
  }

  /** Gives up a batch that cannot be committed any more. */
  void abandon(Batch batch, Attempt.Outdated outdated) {
    note(Kind.ABANDONED, batch, outdated.why());
  }

  private static boolean hasOtherInputs(PlatformException failure) {
    return failure.problems().get(0).code() == ErrorCode.INPUT_CHANGED;
  }

  private static Attempt decided(Attempt attempt, boolean isCleared) {
    if (!(attempt instanceof Attempt.Judged judged)) {
      return attempt;
    }
    try (judged) {
      return judged.verdict().holds() && !isCleared
          ? judged.held(List.of())
          : judged.commit().get();
    }
  }

  /**
   * Finishes open batches, other runs' too, until the table stands still, and answers its version.
   * What stands in quarantine afterwards is in no commit of the table up to that version: a run
   * notes its intent before it commits rows, and marks them in quarantine only later.
   */
  long settled() {
    for (int tries = 0; tries < TRIES; tries++) {
      long version = run.table().latestVersion();
      context.ledger().refresh();
      recover();
      if (run.table().latestVersion() == version) {
        return version;
      }
    }
    throw conflict();
  }

  private void recover() {
    for (BatchState state : context.ledger().batches(table.toString())) {
      if (state.isCleared() || (state.isOpen() && !isGrouped())) {
        finish(state).ifPresent(outcome -> recovered = Optional.of(outcome));
      }
    }
  }

  /** A batch of a group that an earlier run began: {@link #recover} leaves no other. */
  private Optional<Batch> begun() {
    return context.ledger().batches(table.toString()).stream()
        .filter(state -> state.isOpen() && !state.isCleared())
        .map(BatchState::batch)
        .findFirst();
  }

  private boolean isGrouped() {
    return run.task().definition().group().isPresent();
  }

  /** Finishes one batch that was begun, passed or accepted earlier. */
  Optional<TableOutcome> finish(BatchState state) {
    Batch batch = state.batch();
    Optional<NotedCommit> commit = run.table().commitOf(batch.id(), batch.tableVersion());
    if (commit.isPresent()) {
      return Optional.of(ended(batch, new Attempt.Found(commit.get())));
    }
    context.listener().step(table, "finishing an earlier batch");
    boolean isAccepted = state.last() == Kind.ACCEPTED;
    Batch now = isAccepted ? batch.at(run.table().latestVersion()) : batch;
    Attempt attempt = decided(judged(now), state.isCleared());
    if (attempt instanceof Attempt.Outdated outdated) {
      abandon(batch, outdated);
      return Optional.empty();
    }
    return Optional.of(ended(batch, attempt));
  }

  /** Notes how a batch ended. */
  TableOutcome ended(Batch batch, Attempt attempt) {
    context.listener().step(table, "recording");
    if (attempt instanceof Attempt.Committed done) {
      note(Kind.COMMITTED, batch, Json.write(done.counts()));
      RuleMeasurements.note(context, batch, done.verdict().results(), true);
      Status status = done.verdict().warns() ? Status.COMMITTED_WITH_WARNINGS : Status.COMMITTED;
      return outcome(
          batch, status, Optional.of(done.version()), done.counts(), done.verdict(), done.note());
    }
    if (attempt instanceof Attempt.Held held) {
      note(Kind.HELD, batch, Json.write(held));
      RuleMeasurements.note(context, batch, held.verdict().results(), false);
      return outcome(
          batch,
          Status.HELD,
          Optional.empty(),
          held.counts(),
          held.verdict(),
          held.verdict().holds()
              ? "held by " + String.join(", ", held.verdict().holding())
              : "held with its group");
    }
    NotedCommit found = ((Attempt.Found) attempt).commit();
    run.complete(batch);
    note(Kind.COMMITTED, batch, Json.write(found.note().counts()));
    if (found.note().results() != null) {
      RuleMeasurements.note(context, batch, found.note().results(), true);
    }
    return outcome(
        batch,
        Status.DONE_ELSEWHERE,
        Optional.of(found.version()),
        found.note().counts(),
        new Verdict(List.of()),
        "done by run " + found.note().run());
  }

  private TableOutcome elsewhere(TableOutcome idle) {
    return idle.status() == Status.UP_TO_DATE
        ? TableOutcome.of(table, Status.DONE_ELSEWHERE, "done by another run")
        : idle;
  }

  private TableOutcome outcome(
      Batch batch,
      Status status,
      Optional<Long> version,
      Map<String, Long> counts,
      Verdict verdict,
      String note) {
    String read = context.inputs().told(batch.inputs().upstream());
    return new TableOutcome(
        table,
        status,
        Optional.of(batch.id()),
        version,
        counts,
        verdict.broken(),
        List.of(),
        note.isEmpty() || read.isEmpty() ? note + read : note + "; " + read,
        Duration.between(started, context.clock().instant()));
  }

  private void note(Kind kind, Batch batch, String detail) {
    context.ledger().note(List.of(event(kind, batch, detail)));
  }

  private LedgerEvent event(Kind kind, Batch batch, String detail) {
    return LedgerEvent.of(
        kind, table.toString(), batch.id(), context.runId(), context.clock().instant(), detail);
  }
}
