package org.assize.spark.table;

import java.util.List;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.Problem;
import org.assize.core.TableOutcome;
import org.assize.spark.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** A table run after its first step: a batch to work on, or an outcome already. */
record Prepared(
    DatasetName table,
    @Nullable TableRun run,
    @Nullable BatchExecution execution,
    Resolution resolution) {

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
