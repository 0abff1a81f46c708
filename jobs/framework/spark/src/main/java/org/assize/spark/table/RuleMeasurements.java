package org.assize.spark.table;

import java.util.List;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.assize.spark.ledger.Batch;

/** How rules fared on a batch, kept for those who ask later what is usual. */
final class RuleMeasurements {

  private RuleMeasurements() {}

  static void note(RunContext context, Batch batch, List<RuleResult> results, boolean isCommitted) {
    if (batch.inputs().replayed() != null) {
      return; // a few rows taken once more tell nothing of what a delivery usually is
    }
    context
        .ledger()
        .measurements()
        .note(
            results.stream()
                .map(
                    result ->
                        new Measurement(
                            batch.table(),
                            batch.id(),
                            context.runId(),
                            batch.at(),
                            batch.contract(),
                            batch.rules(),
                            result,
                            isCommitted))
                .toList());
  }
}
