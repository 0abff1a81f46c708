package org.assize.local;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.Heartbeat.Beat;

/**
 * Shows that a scheduler lives, and keeps a second one from the same warehouse. Two that start at
 * the same instant may both begin; the one that finds the other's beat then ends.
 */
public final class Presence implements AutoCloseable {

  private final Heartbeat heartbeat;
  private final Beat own;
  private final Clock clock;

  private Presence(Heartbeat heartbeat, Beat own, Clock clock) {
    this.heartbeat = heartbeat;
    this.own = own;
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param own who it is
   * @throws PlatformException SCHEDULER_RUNNING while another one lives
   */
  public static Presence begin(Heartbeat heartbeat, Beat own, Clock clock) {
    var presence = new Presence(heartbeat, own, clock);
    presence.beat();
    return presence;
  }

  /** Lives on; fails as {@link #begin} does. */
  public void beat() {
    Optional<Beat> other = heartbeat.last().filter(last -> !last.id().equals(own.id()));
    if (other.filter(last -> last.isAlive(clock.instant())).isPresent()) {
      Duration ago = Duration.between(other.get().at(), clock.instant());
      throw PlatformException.of(
          ErrorCode.SCHEDULER_RUNNING,
          "A scheduler of this warehouse runs on " + other.get().host() + ".",
          "Process " + other.get().process() + " was heard of " + ago.toSeconds() + " s ago.",
          ErrorCode.SCHEDULER_RUNNING.mend());
    }
    heartbeat.beat(own.at(clock.instant()));
  }

  @Override
  public void close() {
    heartbeat.last().filter(last -> last.id().equals(own.id())).ifPresent(last -> heartbeat.stop());
  }
}
