package org.assize.spark.gate;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.assize.contract.rule.DatasetRule;

/** Measures that cannot be observed while rows are written: each reads the candidate again. */
final class Scans {

  private static final double MICROS_PER_MINUTE = 60e6;

  private final Judged judged;

  Scans(Judged judged) {
    this.judged = judged;
  }

  OptionalDouble measure(DatasetRule rule) {
    return switch (rule.measure()) {
      case LONGEST_GAP -> longestGap(rule);
      case HISTOGRAM_DISTANCE -> histogramDistance(rule);
      case QUERY -> number(judged.ask(rule));
      default -> throw new IllegalStateException(rule.measure() + " is observed");
    };
  }

  private OptionalDouble longestGap(DatasetRule rule) {
    return number(gaps(rule, judged.candidate(), List.of()).agg(max("gap")));
  }

  /** The minutes from each row to the next, within the rule's groups and these. */
  static Dataset<Row> gaps(DatasetRule rule, Dataset<Row> all, List<Column> groups) {
    Dataset<Row> rows = about(rule, all);
    Column time = unix_micros(rows.col(rule.spec().columns().get(0)).cast("timestamp"));
    List<Column> by = new ArrayList<>(groups);
    rule.spec().by().forEach(name -> by.add(rows.col(name)));
    Column next = lead(time, 1).over(Window.partitionBy(by.toArray(new Column[0])).orderBy(time));
    List<Column> kept = new ArrayList<>(groups);
    kept.add(next.minus(time).divide(MICROS_PER_MINUTE).as("gap"));
    return rows.where(time.isNotNull()).select(kept.toArray(new Column[0]));
  }

  private OptionalDouble histogramDistance(DatasetRule rule) {
    String column = rule.spec().columns().get(0);
    Dataset<Row> now =
        shares(about(rule, judged.candidate()), column).withColumnRenamed("share", "p");
    Dataset<Row> before =
        shares(about(rule, judged.before()), column)
            .withColumnRenamed("share", "q")
            .withColumnRenamed("value", "other");
    if (before.isEmpty()) {
      return OptionalDouble.empty();
    }
    Dataset<Row> both = now.join(before, col("value").eqNullSafe(col("other")), "full_outer");
    Column difference = abs(coalesce(col("p"), lit(0.0)).minus(coalesce(col("q"), lit(0.0))));
    return number(both.agg(max(difference)));
  }

  private static Dataset<Row> shares(Dataset<Row> rows, String column) {
    Dataset<Row> counts = rows.groupBy(rows.col(column).as("value")).agg(count(lit(1)).as("n"));
    return counts.select(col("value"), expr("n / sum(n) OVER ()").as("share"));
  }

  private static Dataset<Row> about(DatasetRule rule, Dataset<Row> rows) {
    return rule.terms().where().map(rows::where).orElse(rows);
  }

  /** The one number of a frame of one row. */
  static OptionalDouble number(Dataset<Row> one) {
    Row row = one.head();
    return row.isNullAt(0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(((Number) row.get(0)).doubleValue());
  }
}
