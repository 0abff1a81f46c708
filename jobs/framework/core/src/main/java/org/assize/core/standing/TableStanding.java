package org.assize.core.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.core.TableOutcome;

/**
 * How a table stands, by the reports of all runs.
 *
 * @param goodAt when the newest run began that ended well for it
 * @param completeAt when the newest such run began before any batch was held that is held still
 * @param deliveredAt when the newest run ended that brought it something: of a table fed by
 *     sources, a delivered file
 * @param last how the newest run that meant it ended
 * @param counted the newest that judged rows of it
 * @param held batches that wait for a decision, oldest first
 * @param refused rows in quarantine about which nobody decided yet
 */
public record TableStanding(
    DatasetName table,
    Optional<Instant> goodAt,
    Optional<Instant> completeAt,
    Optional<Instant> deliveredAt,
    Optional<Ended> last,
    Optional<Ended> counted,
    List<Hold> held,
    long refused) {

  public TableStanding {
    held = List.copyOf(held);
  }

  /** How a run ended for the table. */
  public record Ended(String runId, Instant startedAt, Instant endedAt, TableOutcome outcome) {}

  /**
   * A batch that waits for a decision.
   *
   * @param begunAt when the run began that it was held in
   * @param since when that run ended
   * @param why what holds it, in words
   */
  public record Hold(String batchId, Instant begunAt, Instant since, String why) {}
}
