package org.assize.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import com.amazon.deequ.VerificationResult;
import com.amazon.deequ.VerificationSuite;
import com.amazon.deequ.checks.Check;
import com.amazon.deequ.checks.CheckLevel;
import com.amazon.deequ.checks.CheckStatus;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import scala.Option;
import scala.collection.immutable.List$;

/**
 * The job as an engineer writes it by hand with Spark, Delta and Deequ: one step after the other,
 * each with the functions that their manuals show first.
 */
final class NaiveJob {

  private NaiveJob() {}

  /** Arguments: the CSV file, the folder for the tables. */
  public static void main(String[] args) {
    SparkSession spark = session();
    run(spark, Path.of(args[0]), Path.of(args[1]));
    spark.stop();
  }

  static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .getOrCreate();
  }

  static void run(SparkSession spark, Path csv, Path tables) {
    write(
        spark
            .read()
            .option("header", true)
            .option("escape", "\"")
            .csv(csv.toString())
            .withColumn("_file", input_file_name())
            .withColumn("_ingested_at", current_timestamp()),
        tables,
        "raw");

    Dataset<Row> checked = withReasons(typed(read(spark, tables, "raw")));
    write(checked.where("reasons <> ''"), tables, "rejects");

    var latestFirst = Window.partitionBy("position_id").orderBy(col("uploaded_at").desc());
    write(
        checked
            .where("reasons = ''")
            .drop("reasons")
            .withColumn("nth", row_number().over(latestFirst))
            .where("nth = 1")
            .drop("nth"),
        tables,
        "position");

    Dataset<Row> position = read(spark, tables, "position");
    verify(position);

    write(
        position
            .groupBy(col("device_id"), to_date(col("position_at")).as("day"))
            .agg(count(lit(1)).as("fixes"), max("speed").as("top_speed")),
        tables,
        "daily");
  }

  private static Dataset<Row> typed(Dataset<Row> raw) {
    return raw.select(
        PositionColumns.ALL.stream()
            .map(column -> col(column.source()).cast(column.sparkType()).as(column.name()))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> withReasons(Dataset<Row> typed) {
    return typed.withColumn(
        "reasons",
        concat_ws(
            ",",
            PositionRules.ALL.stream()
                .map(rule -> when(not(expr(rule.predicate())), rule.id()))
                .toArray(Column[]::new)));
  }

  private static void verify(Dataset<Row> position) {
    Check check =
        new Check(CheckLevel.Error(), "position", List$.MODULE$.empty())
            .hasSize((LongTest) size -> size > 0, Option.empty())
            .isUnique("position_id", Option.empty(), Option.empty());
    for (PositionRules.Rule rule : PositionRules.ALL) {
      check =
          check.satisfies(
              rule.predicate(),
              rule.id(),
              (DoubleTest) share -> share == 1.0,
              Option.empty(),
              List$.MODULE$.empty(),
              Option.empty());
    }
    VerificationResult result = new VerificationSuite().onData(position).addCheck(check).run();
    if (!result.status().equals(CheckStatus.Success())) {
      throw new IllegalStateException("The checks of the hand-written job do not hold.");
    }
  }

  private static Dataset<Row> read(SparkSession spark, Path tables, String name) {
    return spark.read().format("delta").load(tables.resolve(name).toString());
  }

  private static void write(Dataset<Row> rows, Path tables, String name) {
    rows.write().format("delta").mode(SaveMode.Append).save(tables.resolve(name).toString());
  }
}
