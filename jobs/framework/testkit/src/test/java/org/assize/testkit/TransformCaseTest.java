package org.assize.testkit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.junit.jupiter.api.Test;

@SparkTest
class TransformCaseTest {

  private static final String VISITS = "tag int, at timestamp";

  /** A visit begins where the tag was not seen in the hour before. */
  private static Dataset<Row> beginnings(
      Map<String, Dataset<Row>> frames, Instant start, Instant end) {
    var previous = lag("at", 1).over(Window.partitionBy("tag").orderBy("at"));
    return frames
        .get("visit")
        .withColumn("gap", col("at").cast("long").minus(previous.cast("long")))
        .where("gap IS NULL OR gap > 3600")
        .select("tag", "at");
  }

  private static TransformCase visits(SparkSession spark, Duration lookback, String... expected) {
    return TransformCase.days(spark, "at", "2026-03-29", "2026-03-31", "Europe/London")
        .rowsByInterval(
            "visit",
            "at",
            lookback,
            Duration.ZERO,
            VISITS,
            "7,2026-03-28T23:59:00Z",
            "7,2026-03-29T00:01:00Z",
            "7,2026-03-29T22:50:00Z",
            "7,2026-03-29T23:10:00Z")
        .expect(VISITS, expected);
  }

  @Test
  void a_transform_that_keeps_to_its_lookback_holds(SparkSession spark) {
    assertThatCode(
            () ->
                visits(spark, Duration.ofHours(1), "7,2026-03-29T22:50:00Z")
                    .holdsFor(TransformCaseTest::beginnings))
        .doesNotThrowAnyException();
  }

  @Test
  void a_lookback_that_is_too_short_shows_where_the_days_are_cut(SparkSession spark) {
    assertThatThrownBy(
            () ->
                visits(spark, Duration.ZERO, "7,2026-03-29T00:01:00Z", "7,2026-03-29T22:50:00Z")
                    .holdsFor(TransformCaseTest::beginnings))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Split at the start of 2026-03-30: 1 rows are unexpected");
  }

  @Test
  void a_lookback_that_is_too_short_shows_within_one_day_too(SparkSession spark) {
    var oneDay =
        TransformCase.days(spark, "at", "2026-03-29", "2026-03-30", "Europe/London")
            .rowsByInterval(
                "visit",
                "at",
                Duration.ZERO,
                Duration.ZERO,
                VISITS,
                "7,2026-03-28T23:59:00Z",
                "7,2026-03-29T00:01:00Z")
            .expect(VISITS, "7,2026-03-29T00:01:00Z");

    assertThatThrownBy(() -> oneDay.holdsFor(TransformCaseTest::beginnings))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("With a day more at either side: 0 rows are unexpected and 1 are");
  }

  @Test
  void dependence_on_the_order_of_rows_is_found(SparkSession spark) {
    var anyOfTwo =
        TransformCase.days(spark, "day", "2026-03-29", "2026-03-30", "UTC")
            .rows("visit", VISITS, "1,2026-03-29T00:00:00Z", "2,2026-03-29T00:00:00Z")
            .expect("day date, tag int", "2026-03-29,1");

    assertThatThrownBy(
            () ->
                anyOfTwo.holdsFor(
                    (frames, start, end) ->
                        frames
                            .get("visit")
                            .coalesce(1)
                            .groupBy(to_date(lit("2026-03-29")).as("day"))
                            .agg(first("tag").as("tag"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("With the rows in reverse: 1 rows are unexpected and 1 are");
  }

  @Test
  void a_case_without_expectation_is_refused(SparkSession spark) {
    var open = TransformCase.days(spark, "at", "2026-03-29", "2026-03-30", "UTC");

    assertThatIllegalStateException()
        .isThrownBy(() -> open.holdsFor(TransformCaseTest::beginnings))
        .withMessage("Say what to expect before running a case.");
  }
}
