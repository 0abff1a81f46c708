package org.assize.core;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time, {@code [start, end)}, in UTC. */
public record DataInterval(Instant start, Instant end) implements Comparable<DataInterval> {

  public DataInterval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("An interval ends after it starts: " + start + ", " + end);
    }
  }

  /** The interval made longer at both ends. */
  public DataInterval widened(Duration before, Duration after) {
    return new DataInterval(start.minus(before), end.plus(after));
  }

  /** Whether the two share an instant. */
  public boolean overlaps(DataInterval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  @Override
  public int compareTo(DataInterval other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}
