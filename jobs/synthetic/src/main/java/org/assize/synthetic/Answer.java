package org.assize.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the demo deliveries must come to, counted while they were written and without any engine.
 *
 * @param tables by {@code domain/table}; of published tables only {@code committed} is counted
 * @param coverage the rows of {@code electronic_monitoring/daily_position}, by day and wearer
 * @param planted how often each fault was planted
 */
public record Answer(
    Map<String, TableAnswer> tables, List<Coverage> coverage, Map<Fault, Long> planted) {

  public Answer {
    tables = new TreeMap<>(tables);
    coverage = List.copyOf(coverage);
    planted = new EnumMap<>(planted);
  }

  /** What must become of the records of a table. */
  public TableAnswer table(String selector) {
    return Optional.ofNullable(tables.get(selector))
        .orElseThrow(() -> new IllegalArgumentException("No answer for " + selector + "."));
  }
}
