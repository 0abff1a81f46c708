package org.assize.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.testkit.Rows;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanGuardTest {

  private static final DatasetName TABLE = new DatasetName("crime", Layer.PUBLISHED, "outcome");
  private static final UserDefinedFunction UPPER =
      udf((UDF1<String, String>) String::toUpperCase, DataTypes.StringType);

  private Dataset<Row> fix;
  private Dataset<Row> zone;
  private Path folder;

  @BeforeAll
  void writeInputs(SparkSession spark, @TempDir Path temporary) {
    folder = temporary;
    fix =
        stored(spark, "fix", Rows.frame(spark, "id int, at timestamp, who string", "1,,a", "2,,b"))
            .where("id > 0");
    zone = stored(spark, "zone", Rows.frame(spark, "id int, name string", "1,x"));
  }

  private Dataset<Row> stored(SparkSession spark, String name, Dataset<Row> rows) {
    String path = folder.resolve(name).toString();
    rows.write().format("delta").save(path);
    return spark.read().format("delta").load(path);
  }

  private List<Problem> problems(Dataset<Row> result) {
    try {
      PlanGuard.check(result, List.of(fix, zone), TABLE);
      return List.of();
    } catch (PlatformException refusal) {
      return refusal.problems();
    }
  }

  @TestFactory
  Stream<DynamicTest> what_a_transform_may_do(SparkSession spark) {
    Map<String, Function<Dataset<Row>, Dataset<Row>>> allowed =
        Map.ofEntries(
            Map.entry("nothing", f -> f),
            Map.entry("join and filter", f -> f.join(zone, "id").where("who <> ''")),
            Map.entry("join with itself", f -> f.as("a").join(f.as("b"), expr("a.id = b.id"))),
            Map.entry(
                "join with itself twice", f -> f.join(f, "id").join(zone, "id").join(f, "id")),
            Map.entry("union with itself", f -> f.union(f).unionByName(f)),
            Map.entry(
                "a deterministic function of its own", f -> f.select(UPPER.apply(col("who")))),
            Map.entry("typed steps", f -> f.map(new Upper(), Encoders.STRING()).toDF("who")),
            Map.entry("a small table of constants", f -> f.join(Rows.frame(spark, "id int", "1"))),
            Map.entry("a calendar", f -> f.join(spark.range(3).toDF("n"))),
            Map.entry("distinct", f -> f.distinct().dropDuplicates()),
            Map.entry("latest row", f -> f.groupBy("id").agg(max_by(col("who"), col("at")))),
            Map.entry("first in order", f -> f.withColumn("f", first("who").over(byTime()))),
            Map.entry("sorted list", f -> f.groupBy().agg(sort_array(collect_list("who")))),
            Map.entry("top three", f -> f.orderBy("at", "id").select("who").limit(3)),
            Map.entry("subquery over an input", f -> query(spark, f)),
            Map.entry("cached", f -> f.select("id").cache()));
    return allowed.entrySet().stream()
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.getKey(), () -> assertThat(problems(way.getValue().apply(fix))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> what_no_transform_may_do(SparkSession spark) {
    String elsewhere = folder.resolve("zone").toString();
    Map<String, Function<Dataset<Row>, Dataset<Row>>> forbidden =
        Map.ofEntries(
            Map.entry("`current_timestamp`", f -> f.withColumn("now", current_timestamp())),
            Map.entry("`rand`", f -> f.where(rand().lt(0.5))),
            Map.entry("`input_file_name`", f -> f.select(input_file_name())),
            Map.entry("`_metadata`", f -> f.select("_metadata.file_path")),
            Map.entry("`reflect`", f -> f.select(expr("reflect('java.lang.System', 'nanoTime')"))),
            Map.entry("`first`", f -> f.groupBy("id").agg(first("who"))),
            Map.entry("`collect_list`", f -> f.groupBy("id").agg(collect_list("who"))),
            Map.entry("`current_user`", f -> f.where(expr("EXISTS (SELECT current_user())"))),
            Map.entry(
                "`'now'`, `'today'`, `'yesterday'` or `'tomorrow'` as a time",
                f -> f.where(col("at").lt(lit("now")))),
            Map.entry("`LIMIT` without `ORDER BY`", f -> f.limit(1)),
            Map.entry(
                "`dropDuplicates` by some of the columns",
                f -> f.dropDuplicates(new String[] {"id"})),
            Map.entry("`TABLESAMPLE`", f -> f.sample(0.5, 7)),
            Map.entry("`chance`", f -> f.select(chance().apply(col("who")))),
            Map.entry(
                "rows that are none of its inputs (LogicalRelation)",
                f -> f.unionByName(spark.read().format("delta").load(elsewhere), true)),
            Map.entry(
                "rows that are none of its inputs (LogicalRDD)",
                f -> spark.createDataFrame(f.toJavaRDD(), f.schema())),
            Map.entry("a command", f -> spark.sql("SHOW TABLES")));
    return forbidden.entrySet().stream()
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.getKey(),
                    () ->
                        assertThat(problems(way.getValue().apply(fix)))
                            .extracting(Problem::problem)
                            .containsExactly(
                                "The transform of crime_published.outcome may not use "
                                    + way.getKey()
                                    + ".")));
  }

  @Test
  void an_input_read_anew_without_its_filter_is_no_input(SparkSession spark) {
    Dataset<Row> whole = spark.read().format("delta").load(folder.resolve("fix").toString());

    assertThat(problems(whole)).hasSize(1);
  }

  @Test
  void everything_is_told_at_once() {
    Dataset<Row> result = fix.withColumn("n", rand()).withColumn("m", current_timestamp()).limit(1);

    var refusal =
        catchThrowableOfType(
            PlatformException.class, () -> PlanGuard.check(result, List.of(fix, zone), TABLE));

    assertThat(refusal.problems())
        .hasSize(3)
        .allMatch(problem -> problem.code() == ErrorCode.TRANSFORM_FORBIDDEN);
    assertThat(refusal.problems().get(0))
        .hasToString(
            "TRANSFORM_FORBIDDEN: The transform of crime_published.outcome may not use `LIMIT`"
                + " without `ORDER BY`. Its result depends on the order of rows, which no table"
                + " keeps. Add `ORDER BY`.");
  }

  @Test
  void nothing_is_read_to_find_out() {
    Dataset<Row> failing =
        fix.select(
            udf(
                    (UDF1<String, String>)
                        text -> {
                          throw new IllegalStateException(text);
                        },
                    DataTypes.StringType)
                .apply(col("who")));

    assertThatCode(() -> PlanGuard.check(failing, List.of(fix), TABLE)).doesNotThrowAnyException();
  }

  private static org.apache.spark.sql.expressions.WindowSpec byTime() {
    return Window.partitionBy("who").orderBy("at");
  }

  private static Dataset<Row> query(SparkSession spark, Dataset<Row> frame) {
    frame.createOrReplaceTempView("given");
    return spark.sql("WITH g AS (SELECT id FROM given) SELECT * FROM g WHERE id IN (TABLE g)");
  }

  private static UserDefinedFunction chance() {
    return udf((UDF1<String, String>) text -> text + Math.random(), DataTypes.StringType)
        .withName("chance")
        .asNondeterministic();
  }

  private static final class Upper implements MapFunction<Row, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(Row row) {
      return row.getString(2).toUpperCase(java.util.Locale.ROOT);
    }
  }
}
