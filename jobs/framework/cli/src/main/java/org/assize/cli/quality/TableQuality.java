package org.assize.cli.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assize.contract.DataContract;
import org.assize.core.StoredRows;
import org.assize.core.TableOutcome.Status;

/**
 * How well one table keeps its contract.
 *
 * @param rows rows now, visible and refused
 * @param lastRun the last run that worked on it
 * @param held ids of batches that wait for a decision
 */
public record TableQuality(
    DataContract contract,
    Standing standing,
    StoredRows rows,
    Optional<LastRun> lastRun,
    List<String> held,
    List<Expectation> expectations) {

  public TableQuality {
    held = List.copyOf(held);
    expectations = List.copyOf(expectations);
  }

  /** How well the last batch met the expectations; empty where none was measured. */
  public OptionalDouble score() {
    return Score.of(expectations);
  }

  /** How a run ended for the table. */
  public record LastRun(String runId, Instant at, Status status) {}
}
