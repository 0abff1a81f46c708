package org.assize.synthetic;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A wearer's fixes in one day of Europe/London. A gap is the time between two fixes that follow one
 * another and belongs to the day in which it ends. The fix before a day's first is looked for in
 * the hour before the day; without one, the gap begins with the day.
 *
 * @param gaps gaps of more than {@value #GAP_MINUTES} minutes
 */
public record Coverage(
    LocalDate day,
    long personId,
    long positions,
    Instant firstFixAt,
    Instant lastFixAt,
    long longestGapMinutes,
    long gaps) {

  /** A longer silence than this many minutes is a gap. */
  public static final int GAP_MINUTES = 30;
}
