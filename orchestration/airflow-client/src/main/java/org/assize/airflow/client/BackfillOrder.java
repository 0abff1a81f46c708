package org.assize.airflow.client;

import java.time.Instant;
import java.util.Map;

/**
 * Runs to make for a span of time. Each method answers a changed order.
 *
 * @param first logical date from which runs are made, that date included
 * @param last logical date up to which runs are made, that date included
 * @param mostAtOnce runs that go at the same time, at least 1
 * @param settings the configuration of each run; values of JSON
 */
public record BackfillOrder(
    String dagId,
    Instant first,
    Instant last,
    Reprocess reprocess,
    Direction direction,
    int mostAtOnce,
    Map<String, Object> settings) {

  /** In which order its runs begin. */
  public enum Direction {
    OLDEST_FIRST,
    NEWEST_FIRST
  }

  /** Copies the settings; refuses a span that ends before it starts. */
  public BackfillOrder {
    settings = Map.copyOf(settings);
    if (last.isBefore(first) || mostAtOnce < 1) {
      throw new IllegalArgumentException(
          "Not a backfill: " + first + " to " + last + ", at most " + mostAtOnce);
    }
  }

  /** One run after the other, oldest first, for the dates that have none. */
  public static BackfillOrder of(String dagId, Instant first, Instant last) {
    return new BackfillOrder(
        dagId, first, last, Reprocess.NONE, Direction.OLDEST_FIRST, 1, Map.of());
  }

  /** With other runs than those for dates that have none. */
  public BackfillOrder reprocessing(Reprocess which) {
    return new BackfillOrder(dagId, first, last, which, direction, mostAtOnce, settings);
  }

  /** In another order. */
  public BackfillOrder going(Direction way) {
    return new BackfillOrder(dagId, first, last, reprocess, way, mostAtOnce, settings);
  }

  /** With several runs at the same time. */
  public BackfillOrder atOnce(int most) {
    return new BackfillOrder(dagId, first, last, reprocess, direction, most, settings);
  }

  /** With a configuration for each run. */
  public BackfillOrder with(Map<String, Object> configuration) {
    return new BackfillOrder(dagId, first, last, reprocess, direction, mostAtOnce, configuration);
  }
}
