package org.assize.spark.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assize.contract.London;
import org.assize.core.Measurement;

/**
 * Measurements as one figure a day in Europe/London: the last of each day. A day without one has
 * the figure of the same weekday before, or in the first week that of the day before.
 */
final class DailySeries {

  private static final int WEEK = 7;

  private DailySeries() {}

  /** The figures of the days before a day, without a gap up to it; oldest first. */
  static double[] until(List<Measurement> history, LocalDate day) {
    TreeMap<LocalDate, Double> known = new TreeMap<>();
    for (Measurement past : history) {
      LocalDate date = London.dayOf(past.at());
      if (date.isBefore(day)) {
        known.put(date, past.result().value().orElseThrow());
      }
    }
    List<Double> series = new ArrayList<>();
    if (!known.isEmpty()) {
      known.firstKey().datesUntil(day).forEach(date -> series.add(figure(known, date, series)));
    }
    return series.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double figure(Map<LocalDate, Double> known, LocalDate date, List<Double> series) {
    Double figure = known.get(date);
    if (figure != null) {
      return figure;
    }
    return series.get(series.size() - Math.min(series.size(), series.size() < WEEK ? 1 : WEEK));
  }
}
