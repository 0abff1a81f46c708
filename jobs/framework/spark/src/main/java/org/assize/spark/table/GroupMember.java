package org.assize.spark.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.assize.contract.DatasetName;
import org.assize.core.TableOutcome;
import org.assize.spark.ledger.Batch;

/**
 * A table of a group in one try to commit them together.
 *
 * @param attempt how far its batch came; empty before it was judged, and where there is no batch
 * @param failure why it could not be judged
 */
record GroupMember(Prepared prepared, Optional<Attempt> attempt, Optional<TableOutcome> failure) {

  static GroupMember of(Prepared prepared) {
    return new GroupMember(prepared, Optional.empty(), Optional.empty());
  }

  DatasetName table() {
    return prepared.table();
  }

  Batch batch() {
    return prepared.batch().orElseThrow();
  }

  BatchExecution execution() {
    return Objects.requireNonNull(prepared.execution());
  }

  /** The same, its candidate written and judged. */
  GroupMember judged() {
    if (prepared.batch().isEmpty()) {
      return this;
    }
    try {
      Attempt judged = execution().judged(batch());
      return new GroupMember(prepared, Optional.of(judged), Optional.empty());
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return new GroupMember(prepared, Optional.empty(), Optional.of(TableRuns.failed(table(), e)));
    }
  }

  /** The same, its inputs found anew. */
  GroupMember again() {
    if (prepared.execution() == null) {
      return of(prepared);
    }
    try {
      return of(prepared.with(execution().prepare()));
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return of(prepared.with(new Resolution.Nothing(TableRuns.failed(table(), e))));
    }
  }

  Optional<Attempt.Judged> candidate() {
    return attempt.filter(Attempt.Judged.class::isInstance).map(Attempt.Judged.class::cast);
  }

  Optional<Attempt.Outdated> outdated() {
    return attempt.filter(Attempt.Outdated.class::isInstance).map(Attempt.Outdated.class::cast);
  }

  boolean isHeld() {
    return candidate().filter(candidate -> candidate.verdict().holds()).isPresent();
  }

  /** What keeps the whole group back: a failure, an older hold, or an input that is missing. */
  Optional<TableOutcome> stop() {
    if (failure.isPresent() || !(prepared.resolution() instanceof Resolution.Nothing nothing)) {
      return failure;
    }
    return switch (nothing.outcome().status()) {
      case HELD, FAILED, NOT_READY, SKIPPED -> Optional.of(nothing.outcome());
      case COMMITTED, COMMITTED_WITH_WARNINGS, UP_TO_DATE, DONE_ELSEWHERE -> Optional.empty();
    };
  }

  /** The same, its candidate committed; unchanged where it has none. */
  GroupMember committed() {
    return candidate().map(candidate -> with(candidate.commit())).orElse(this);
  }

  private GroupMember with(Supplier<Attempt> commit) {
    try {
      return new GroupMember(prepared, Optional.of(commit.get()), Optional.empty());
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return new GroupMember(prepared, Optional.empty(), Optional.of(TableRuns.failed(table(), e)));
    }
  }

  /** The same, held with others. */
  GroupMember held(List<String> together) {
    return candidate()
        .map(candidate -> new GroupMember(prepared, Optional.of(candidate.held(together)), failure))
        .orElse(this);
  }

  /** How it ended. */
  TableOutcome ended() {
    if (failure.isPresent()) {
      return failure.get();
    }
    if (attempt.isEmpty()) {
      return ((Resolution.Nothing) prepared.resolution()).outcome();
    }
    try {
      return execution().ended(batch(), attempt.get());
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return TableRuns.failed(table(), e);
    }
  }

  void release() {
    candidate().ifPresent(Attempt.Judged::close);
  }
}
