package org.assize.contract;

import java.time.ZoneId;

/**
 * How a table's time is cut.
 *
 * @param column date or timestamp column of the table
 * @param timezone whose days, months and hours are meant
 * @param fixed a key never changes its interval
 */
public record Interval(String column, Grain grain, ZoneId timezone, boolean fixed) {

  /** Length of an interval. */
  public enum Grain {
    HOUR,
    DAY,
    MONTH
  }
}
