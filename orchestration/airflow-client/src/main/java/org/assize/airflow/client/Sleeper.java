package org.assize.airflow.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass between two attempts; tests let it pass at once. */
@FunctionalInterface
public interface Sleeper {

  /** Returns when the time is over, or at once when the thread is interrupted. */
  void sleep(Duration time);

  /** The sleeper that really waits. */
  static Sleeper real() {
    return time -> LockSupport.parkNanos(time.toNanos());
  }
}
