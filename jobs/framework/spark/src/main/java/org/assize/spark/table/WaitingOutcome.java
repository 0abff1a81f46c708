package org.assize.spark.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.core.TableOutcome;
import org.assize.spark.ledger.BatchState;

/** What to say of a table with a batch that waits for a decision. */
final class WaitingOutcome {

  private WaitingOutcome() {}

  static TableOutcome of(DatasetName table, BatchState held) {
    return new TableOutcome(
        table,
        TableOutcome.Status.HELD,
        Optional.of(held.batch().id()),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        "a batch waits for a decision since run " + held.runId(),
        Duration.ZERO);
  }
}
