package org.assize.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;

/**
 * How a table stands, by its log and the ledger.
 *
 * @param version newest version of the table; empty where it was never built
 * @param changedAt when its newest batch was begun
 * @param runId run that last worked on it
 * @param held ids of batches that wait for a decision
 */
record TableState(
    DatasetName table,
    Optional<Long> version,
    Optional<Instant> changedAt,
    Optional<String> runId,
    List<String> held) {

  TableState {
    held = List.copyOf(held);
  }

  String word() {
    if (!held.isEmpty()) {
      return "held";
    }
    return version.isPresent() ? "built" : "not built";
  }
}
