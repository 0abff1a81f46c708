package org.assize.contract;

import java.util.List;
import java.util.Optional;

/**
 * A measure as a contract asks for it.
 *
 * @param columns the columns measured
 * @param by columns that divide the rows, for {@code LONGEST_GAP}
 * @param quantile 0 to 1, for measures that have one
 * @param usual what the measure is compared with, where that is its own history
 */
public record MeasureSpec(
    Measure measure,
    List<String> columns,
    List<String> by,
    double quantile,
    Optional<Usual> usual) {

  public MeasureSpec {
    columns = List.copyOf(columns);
    by = List.copyOf(by);
  }
}
