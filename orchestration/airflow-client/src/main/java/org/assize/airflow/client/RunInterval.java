package org.assize.airflow.client;

import java.time.Instant;

/** The half-open span of time {@code [start, end)} that a DAG run covers. */
public record RunInterval(Instant start, Instant end) {

  /** Refuses an interval that ends before it starts; Airflow has empty ones. */
  public RunInterval {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "An interval ends before it starts: " + start + ", " + end);
    }
  }
}
