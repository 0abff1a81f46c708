package org.assize.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When tables run: by the clock on a wall.
 *
 * @param start first day on which a run may begin; without one, no run that was missed before the
 *     schedule was first seen is made up for
 */
public record Schedule(Cron cron, ZoneId timezone, Optional<LocalDate> start, Missed missed) {

  /** Which of several runs that did not begin in time are made up for. */
  public enum Missed {
    /** Each, in order. */
    ALL,
    /** The latest alone: it takes in what the others would have. */
    LAST,
    /** None: the next one comes in its time. */
    NONE
  }
}
