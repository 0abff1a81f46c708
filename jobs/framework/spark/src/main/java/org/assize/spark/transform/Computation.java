package org.assize.spark.transform;

import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.core.DataInterval;

/** What computes a derived table, whichever way it is written. */
public interface Computation {

  /** The interval of a table that is not cut by time. */
  DataInterval ALL_TIME =
      new DataInterval(
          Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  /**
   * The rows of a span, with exactly the contract's columns in the contract's order and types.
   *
   * @param frames input rows by the inputs' names
   */
  Dataset<Row> apply(Map<String, Dataset<Row>> frames, DataInterval span);

  /** Changes when the query or the class changes. */
  String fingerprint();
}
