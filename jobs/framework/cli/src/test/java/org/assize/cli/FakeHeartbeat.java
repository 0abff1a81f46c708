package org.assize.cli;

import java.util.Optional;
import org.assize.core.schedule.Heartbeat;

/** A heartbeat in memory. */
final class FakeHeartbeat implements Heartbeat {

  private Optional<Beat> last = Optional.empty();

  @Override
  public Optional<Beat> last() {
    return last;
  }

  @Override
  public void beat(Beat beat) {
    last = Optional.of(beat);
  }

  @Override
  public void stop() {
    last = Optional.empty();
  }
}
