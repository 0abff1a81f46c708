package org.assize.core.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port: where the scheduler of a warehouse shows that it lives. */
public interface Heartbeat {

  /** How long a beat stands for a life. */
  Duration FRESH = Duration.ofSeconds(90);

  /** The newest beat; empty where no scheduler ran, or the last one ended by itself. */
  Optional<Beat> last();

  /** Puts a beat in the place of the last one. */
  void beat(Beat beat);

  /** The scheduler ended by itself. */
  void stop();

  /**
   * One sign of life.
   *
   * @param id of one scheduler, in one process
   * @param host name of its machine
   * @param process its number there
   */
  record Beat(String id, String host, long process, Instant at) {

    /** A beat of this process. */
    public static Beat of(String id, Instant at) {
      return new Beat(id, hostName(), ProcessHandle.current().pid(), at);
    }

    /** The same one later. */
    public Beat at(Instant later) {
      return new Beat(id, host, process, later);
    }

    /** Whether it is fresh, and, where that can be seen, its process is still there. */
    public boolean isAlive(Instant now) {
      boolean isFresh = at.plus(FRESH).isAfter(now);
      boolean isHere = host.equals(hostName());
      return isFresh && !(isHere && ProcessHandle.of(process).isEmpty());
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }
}
