package org.assize.contract.rule;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Action;
import org.assize.contract.problem.Place;

/**
 * A check over all accepted rows of a batch (or the whole table, for {@code replace}).
 *
 * @param metric what is measured
 * @param columns columns measured; the key for {@code DUPLICATES}
 * @param predicate for {@code BROKEN_ROWS}: TRUE is valid, never NULL
 * @param bound what the measure must meet
 */
public record DatasetRule(
    String id,
    Metric metric,
    List<String> columns,
    Optional<String> predicate,
    Bound bound,
    Action action,
    String dimension,
    String description,
    Place place) {

  public DatasetRule {
    columns = List.copyOf(columns);
  }

  /** What a dataset rule measures. */
  public enum Metric {
    /** Number of rows. */
    ROW_COUNT,
    /** Number of rows beyond the first of each key. */
    DUPLICATES,
    /** Number, or percentage, of rows that break a predicate. */
    BROKEN_ROWS
  }
}
