package electronic_monitoring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.assize.core.DataInterval;
import org.assize.spark.Inputs;
import org.assize.spark.Transform;

/**
 * Fixes and gaps of each wearer by day of Europe/London. A gap belongs to the day in which it ends;
 * the fix before a day's first is looked for in the hour before midnight, without one the gap
 * begins at midnight.
 */
public final class DailyPosition implements Transform {

  private static final String LONDON = "Europe/London";

  @Override
  public Dataset<Row> apply(Inputs inputs, DataInterval interval) {
    WindowSpec ofPerson = Window.partitionBy("person_id").orderBy("position_at");
    Column midnight = to_utc_timestamp(col("day").cast("timestamp"), LONDON);
    Column inReach = col("previous_at").geq(midnight.minus(expr("INTERVAL 1 HOUR")));
    return inputs
        .frame("position")
        .select("person_id", "position_at")
        .withColumn("previous_at", lag("position_at", 1).over(ofPerson))
        .where(col("position_at").geq(lit(interval.start())))
        .withColumn("day", to_date(from_utc_timestamp(col("position_at"), LONDON)))
        .withColumn("silent_from", coalesce(when(inReach, col("previous_at")), midnight))
        .withColumn("gap", expr("unix_micros(position_at) - unix_micros(silent_from)"))
        .groupBy("day", "person_id")
        .agg(
            count(lit(1)).as("positions"),
            min("position_at").as("first_fix_at"),
            max("position_at").as("last_fix_at"),
            expr("max(gap) DIV 60000000").as("longest_gap_minutes"),
            expr("count_if(gap > 30 * 60000000L)").as("gaps_over_30_minutes"));
  }
}
