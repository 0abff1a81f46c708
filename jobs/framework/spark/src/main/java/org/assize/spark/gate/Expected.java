package org.assize.spark.gate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assize.contract.London;
import org.assize.contract.Usual;
import org.assize.core.Measurement;

/**
 * The values of a measure that its own history lets one expect.
 *
 * <p>The robust z-score is that of Iglewicz and Hoaglin (1993): the distance from the median in
 * units of the median absolute deviation divided by 0.6745, which for a normal distribution is the
 * standard deviation. Of few figures that deviation is often far too small, by chance alone, so the
 * mean absolute deviation counts where it is larger, up to twice, and both are widened while the
 * history is short. A history without any spread allows a hundredth of the median. The weekly
 * forecast is Deequ's, and so is its spread.
 */
public record Expected(double low, double high) {

  // of a normal distribution, in standard deviations
  private static final double MEDIAN_DISTANCE = 0.6745;
  private static final double MEAN_DISTANCE = 0.7979;
  private static final double FEW = 7;
  private static final double LEAST_SPREAD = 0.01;

  /** The expectation at a time; empty while the history is too short to tell. */
  public static Optional<Expected> of(Usual usual, List<Measurement> history, Instant now) {
    List<Measurement> comparable =
        usual.strategy() == Usual.Strategy.WEEKDAY
            ? history.stream().filter(past -> sameWeekday(past.at(), now)).toList()
            : history;
    if (comparable.isEmpty() || comparable.size() < usual.minimum()) {
      return Optional.empty();
    }
    double[] values =
        comparable.stream().mapToDouble(past -> past.result().value().orElseThrow()).toArray();
    if (usual.strategy() == Usual.Strategy.HOLT_WINTERS) {
      double[] days = DailySeries.until(comparable, London.dayOf(now));
      return WeeklyForecast.after(days)
          .map(next -> around(next.value(), usual.limit() * atLeast(next.spread(), next.value())));
    }
    if (usual.strategy() == Usual.Strategy.RELATIVE_CHANGE) {
      double last = values[values.length - 1];
      return Optional.of(around(last, usual.limit() * Math.abs(last)));
    }
    double middle = median(values);
    return Optional.of(around(middle, usual.limit() * atLeast(spread(values, middle), middle)));
  }

  private static double atLeast(double spread, double middle) {
    return Math.max(spread, LEAST_SPREAD * Math.abs(middle));
  }

  private static double spread(double[] values, double middle) {
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray();
    double robust = median(distances) / MEDIAN_DISTANCE;
    double mean = Arrays.stream(distances).average().orElseThrow() / MEAN_DISTANCE;
    // one wild figure may double the spread, and no more; where most figures are equal only the
    // mean distance tells that some are not
    double spread = robust == 0 ? mean : Math.max(robust, Math.min(mean, 2 * robust));
    return spread * (1 + 2 * Math.pow(FEW / values.length, 3));
  }

  /** Whether a value is as expected; the ends are. */
  public boolean allows(double value) {
    return value >= low && value <= high;
  }

  private static Expected around(double middle, double reach) {
    return new Expected(middle - reach, middle + reach);
  }

  private static boolean sameWeekday(Instant one, Instant other) {
    return London.dayOf(one).getDayOfWeek() == London.dayOf(other).getDayOfWeek();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
