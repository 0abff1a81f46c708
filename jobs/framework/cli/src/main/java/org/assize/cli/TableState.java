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
 * @param rolledBackTo version that it was taken back to, until somebody lets it run again
 * @param readIn environment that it is read from, where this one has not built it
 */
record TableState(
    DatasetName table,
    Optional<Long> version,
    Optional<Instant> changedAt,
    Optional<String> runId,
    List<String> held,
    Optional<Long> rolledBackTo,
    Optional<String> readIn) {

  TableState {
    held = List.copyOf(held);
  }

  TableState(
      DatasetName table,
      Optional<Long> version,
      Optional<Instant> changedAt,
      Optional<String> runId,
      List<String> held) {
    this(table, version, changedAt, runId, held, Optional.empty(), Optional.empty());
  }

  String word() {
    if (!held.isEmpty()) {
      return "held";
    }
    if (rolledBackTo.isPresent()) {
      return "rolled back";
    }
    return version.isPresent() ? "built" : readIn.isPresent() ? "read elsewhere" : "not built";
  }
}
