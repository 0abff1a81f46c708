package org.assize.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.core.DataInterval;

/**
 * A pure function from input frames to the rows of one interval. Named in a contract; has a public
 * constructor without arguments.
 *
 * <p>It reads nothing but its inputs: no path, clock, environment, chance or order of rows. Its
 * result over {@code [a, c)} equals its results over {@code [a, b)} and {@code [b, c)} together.
 */
public interface Transform {

  /**
   * The rows of an interval.
   *
   * @param interval what the result must lie in, by the contract's interval column; for a table
   *     without intervals, all of time
   * @return a frame with the contract's columns, in any order
   */
  Dataset<Row> apply(Inputs inputs, DataInterval interval);
}
