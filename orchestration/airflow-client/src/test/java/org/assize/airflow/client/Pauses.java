package org.assize.airflow.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for nothing, and remembers for how long it was asked to. */
final class Pauses implements Sleeper {

  private final List<Duration> asked = new ArrayList<>();
  private final Runnable meanwhile;

  Pauses() {
    this(() -> {});
  }

  /** What happens during the first pause. */
  Pauses(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  @Override
  public void sleep(Duration time) {
    asked.add(time);
    if (asked.size() == 1) {
      meanwhile.run();
    }
  }

  List<Duration> asked() {
    return asked;
  }
}
