package planted;

import java.time.Instant;
import org.assize.cli.planted.Upstairs;

/** A domain's class that reads the clock, knows the framework, and has a catch-all name. */
public final class ClockManager {

  Instant now(Upstairs upstairs) {
    return Instant.now();
  }
}
