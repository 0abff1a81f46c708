package org.assize.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.current_timestamp;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.problem.PlatformException;
import org.assize.testkit.Rows;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;

/** What a transform is refused for is told without anything that stands in its rows. */
@SparkTest
class NoValuesInProblemsTest {

  private static final String NAME = "Zebedee";
  private static final DatasetName TABLE = new DatasetName("cases", Layer.PUBLISHED, "person");

  @Test
  void neither_rows_nor_constants_of_the_plan_are_printed(SparkSession spark) {
    Dataset<Row> given = Rows.frame(spark, "id int, name string", "1," + NAME);
    Dataset<Row> elsewhere = spark.createDataFrame(given.toJavaRDD(), given.schema());

    Stream.of(
            given.where(col("name").equalTo(NAME)).limit(1),
            given.withColumn(NAME.toLowerCase(java.util.Locale.ROOT), current_timestamp()),
            given.groupBy(lit(NAME)).agg(collect_list("name")),
            given.where(expr("name = '" + NAME + "' AND rand() < 1")),
            given.select(expr("raise_error('" + NAME + "')")),
            given.union(elsewhere.where(col("name").equalTo(NAME))))
        .forEach(
            result -> {
              var refusal =
                  catchThrowableOfType(
                      PlatformException.class,
                      () -> PlanGuard.check(result, List.of(given), TABLE));
              assertThat(everything(refusal)).contains("cases_published.person may not use");
              assertThat(everything(refusal)).doesNotContain(NAME);
            });
  }

  private static String everything(Throwable refusal) {
    var text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
