package org.assize.spark.table;

import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.Problem;
import org.assize.core.TableOutcome;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** A table run after its first step: a batch to work on, or an outcome already. */
record Prepared(
    DatasetName table,
    @Nullable TableRun run,
    @Nullable BatchExecution execution,
    Resolution resolution) {

  Prepared with(Resolution other) {
    return new Prepared(table, run, execution, other);
  }

  /** What there is to work on. */
  Optional<Batch> batch() {
    if (resolution instanceof Resolution.Begun begun) {
      return Optional.of(begun.batch());
    }
    return resolution instanceof Resolution.Work work
        ? Optional.of(work.batch())
        : Optional.empty();
  }

  boolean isBegun() {
    return resolution instanceof Resolution.Begun;
  }

  /** The group of the table, if it has one and could be prepared. */
  Optional<String> group() {
    return run == null ? Optional.empty() : run.task().definition().group();
  }

  List<LedgerEvent> intents() {
    return resolution instanceof Resolution.Work work && execution != null
        ? List.of(execution.intent(work.batch()))
        : List.of();
  }

  TableOutcome outcome() {
    if (resolution instanceof Resolution.Work work && execution != null) {
      TableOutcome outcome = execution.execute(work.batch());
      List<Problem> refused = run instanceof RawRun raw ? raw.refused() : List.of();
      return refused.isEmpty() ? outcome : outcome.failing(refused);
    }
    return ((Resolution.Nothing) resolution).outcome();
  }
}
