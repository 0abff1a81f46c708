package org.assize.spark.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Usual;
import org.assize.core.Measurement;

/**
 * The values of a measure that its own history lets one expect.
 *
 * <p>The robust z-score is that of Iglewicz and Hoaglin (1993): the distance from the median in
 * units of the median absolute deviation divided by 0.6745, which for a normal distribution is the
 * standard deviation. A history without any spread allows a hundredth of the median.
 */
public record Expected(double low, double high) {

  private static final double SCALE = 0.6745;
  private static final double LEAST_SPREAD = 0.01;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

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
    if (usual.strategy() == Usual.Strategy.RELATIVE_CHANGE) {
      double last = values[values.length - 1];
      return Optional.of(around(last, usual.limit() * Math.abs(last)));
    }
    double middle = median(values);
    double deviation =
        median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray()) / SCALE;
    double spread = Math.max(deviation, LEAST_SPREAD * Math.abs(middle));
    return Optional.of(around(middle, usual.limit() * spread));
  }

  /** Whether a value is as expected; the ends are. */
  public boolean allows(double value) {
    return value >= low && value <= high;
  }

  private static Expected around(double middle, double reach) {
    return new Expected(middle - reach, middle + reach);
  }

  private static boolean sameWeekday(Instant one, Instant other) {
    return one.atZone(LONDON).getDayOfWeek() == other.atZone(LONDON).getDayOfWeek();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
