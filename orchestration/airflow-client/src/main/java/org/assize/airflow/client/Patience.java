package org.assize.airflow.client;

import java.time.Duration;

/**
 * How long to put up with a server that does not answer. The pause between attempts doubles.
 *
 * @param attempts of a call that may be repeated, at least 1
 * @param firstPause after the first failed attempt
 * @param longestPause no pause is longer
 * @param answerWithin a call without an answer for so long has failed
 */
public record Patience(
    int attempts, Duration firstPause, Duration longestPause, Duration answerWithin) {

  /** Refuses to try less than once. */
  public Patience {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
    }
  }

  /** Six attempts within about 15 seconds, a minute for an answer: outlasts a restart. */
  public static Patience standard() {
    return new Patience(6, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofMinutes(1));
  }

  /** The pause after a failed attempt, counted from 1. */
  Duration pauseAfter(int attempt) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
