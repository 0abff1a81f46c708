package org.assize.contract;

/**
 * That a measure stays as it usually is.
 *
 * @param limit how far it may be off: a share for {@code RELATIVE_CHANGE}, scaled absolute
 *     deviations, or misses of earlier forecasts, for the others
 * @param minimum measurements needed before it is judged
 */
public record Usual(Strategy strategy, double limit, int minimum) {

  /** How the usual is computed from earlier committed measurements. */
  public enum Strategy {
    /** The last one, give or take a share. */
    RELATIVE_CHANGE,
    /** The median, give or take the scaled median absolute deviation. */
    ROBUST_Z,
    /** The same over measurements of the same weekday, in Europe/London. */
    WEEKDAY,
    /** Level, trend and season of a week by Holt and Winters, give or take the spread of misses. */
    HOLT_WINTERS
  }
}
