package org.assize.testkit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** One frame of a case and how much of it a run over an interval sees. */
sealed interface CaseInput {

  /** Every row. */
  Dataset<Row> frame();

  /** The rows that a run over an interval sees. */
  Dataset<Row> seen(Instant start, Instant end);

  /** The same kind of input with other rows. */
  CaseInput over(Dataset<Row> other);

  /** The rows whose date or timestamp column lies in a half-open interval. */
  static Dataset<Row> between(
      Dataset<Row> frame, String column, ZoneId zone, Instant start, Instant end) {
    boolean isDate = frame.schema().apply(column).dataType().equals(DataTypes.DateType);
    // A date's instant is the midnight with which it begins, where the table's days are meant.
    Column time =
        isDate ? to_utc_timestamp(col(column).cast("timestamp"), zone.getId()) : col(column);
    return frame.where(time.geq(lit(start)).and(time.lt(lit(end))));
  }

  /** Seen whole by every run. */
  record Whole(Dataset<Row> frame) implements CaseInput {
    @Override
    public Dataset<Row> seen(Instant start, Instant end) {
      return frame;
    }

    @Override
    public CaseInput over(Dataset<Row> other) {
      return new Whole(other);
    }
  }

  /** Seen by interval, made longer at both ends. */
  record ByInterval(
      Dataset<Row> frame, String column, ZoneId zone, Duration lookback, Duration lookahead)
      implements CaseInput {
    @Override
    public Dataset<Row> seen(Instant start, Instant end) {
      return between(frame, column, zone, start.minus(lookback), end.plus(lookahead));
    }

    @Override
    public CaseInput over(Dataset<Row> other) {
      return new ByInterval(other, column, zone, lookback, lookahead);
    }
  }
}
