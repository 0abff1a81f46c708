package electronic_monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.core.DataInterval;
import org.assize.spark.Inputs;
import org.assize.testkit.SparkTest;
import org.assize.testkit.TransformCase;
import org.junit.jupiter.api.Test;

@SparkTest
class DailyPositionTest {

  private static final DataContract CONTRACT = contract();
  private static final String POSITION = "person_id bigint, position_at timestamp";

  @Test
  void the_fixes_of_a_day_are_counted_between_the_first_and_the_last(SparkSession spark) {
    fixes(
            spark,
            "2026-01-10",
            "2026-01-11",
            "1,2026-01-10T00:00:05Z",
            "1,2026-01-10T00:20:05Z",
            "2,2026-01-10T00:10:00Z")
        .expect(
            columns(),
            "2026-01-10,1,2,2026-01-10T00:00:05Z,2026-01-10T00:20:05Z,20,0",
            "2026-01-10,2,1,2026-01-10T00:10:00Z,2026-01-10T00:10:00Z,10,0")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void a_gap_over_midnight_counts_whole_on_the_day_in_which_it_ends(SparkSession spark) {
    fixes(
            spark,
            "2026-01-10",
            "2026-01-12",
            "1,2026-01-10T00:00:00Z",
            "1,2026-01-10T23:20:00Z",
            "1,2026-01-11T00:15:00Z")
        .expect(
            columns(),
            "2026-01-10,1,2,2026-01-10T00:00:00Z,2026-01-10T23:20:00Z,1400,1",
            "2026-01-11,1,1,2026-01-11T00:15:00Z,2026-01-11T00:15:00Z,55,1")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void a_fix_from_before_midnight_that_comes_late_shortens_the_next_days_gap(SparkSession spark) {
    fixes(
            spark,
            "2026-01-10",
            "2026-01-12",
            "1,2026-01-10T23:20:00Z",
            "1,2026-01-10T23:58:00Z",
            "1,2026-01-11T00:15:00Z")
        .expect(
            columns(),
            "2026-01-10,1,2,2026-01-10T23:20:00Z,2026-01-10T23:58:00Z,1400,2",
            "2026-01-11,1,1,2026-01-11T00:15:00Z,2026-01-11T00:15:00Z,17,0")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void a_silence_that_began_long_before_midnight_counts_from_midnight(SparkSession spark) {
    fixes(spark, "2026-01-10", "2026-01-12", "1,2026-01-10T22:59:59Z", "1,2026-01-11T00:45:00Z")
        .expect(
            columns(),
            "2026-01-10,1,1,2026-01-10T22:59:59Z,2026-01-10T22:59:59Z,1379,1",
            "2026-01-11,1,1,2026-01-11T00:45:00Z,2026-01-11T00:45:00Z,45,1")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void the_day_on_which_clocks_go_forward_has_23_hours(SparkSession spark) {
    fixes(
            spark,
            "2026-03-29",
            "2026-03-31",
            "1,2026-03-29T00:00:00Z",
            "1,2026-03-29T22:59:00Z",
            "1,2026-03-29T23:00:00Z")
        .expect(
            columns(),
            "2026-03-29,1,2,2026-03-29T00:00:00Z,2026-03-29T22:59:00Z,1379,1",
            "2026-03-30,1,1,2026-03-29T23:00:00Z,2026-03-29T23:00:00Z,1,0")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void the_day_on_which_clocks_go_back_has_25_hours(SparkSession spark) {
    fixes(
            spark,
            "2026-10-25",
            "2026-10-26",
            "1,2026-10-24T23:00:00Z",
            "1,2026-10-25T23:59:00Z",
            "1,2026-10-26T00:00:00Z")
        .expect(columns(), "2026-10-25,1,2,2026-10-24T23:00:00Z,2026-10-25T23:59:00Z,1499,1")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void thirty_minutes_are_no_gap_yet(SparkSession spark) {
    fixes(
            spark,
            "2026-01-10",
            "2026-01-11",
            "1,2026-01-10T00:00:00Z",
            "1,2026-01-10T00:30:00Z",
            "2,2026-01-10T00:00:00Z",
            "2,2026-01-10T00:30:01Z")
        .expect(
            columns(),
            "2026-01-10,1,2,2026-01-10T00:00:00Z,2026-01-10T00:30:00Z,30,0",
            "2026-01-10,2,2,2026-01-10T00:00:00Z,2026-01-10T00:30:01Z,30,1")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void two_tags_at_the_same_second_do_not_disturb_each_other(SparkSession spark) {
    fixes(spark, "2026-01-10", "2026-01-11", "1,2026-01-10T00:05:00Z", "1,2026-01-10T00:05:00Z")
        .expect(columns(), "2026-01-10,1,2,2026-01-10T00:05:00Z,2026-01-10T00:05:00Z,5,0")
        .holdsFor(DailyPositionTest::computed);
  }

  @Test
  void the_contract_declares_the_hour_that_the_class_looks_back() {
    assertThat(lookback()).isEqualTo(Duration.ofHours(1));
  }

  private static TransformCase fixes(
      SparkSession spark, String first, String end, String... personAndTime) {
    return TransformCase.days(spark, "day", first, end, "Europe/London")
        .rowsByInterval(
            "position", "position_at", lookback(), Duration.ZERO, POSITION, personAndTime);
  }

  private static Dataset<Row> computed(
      Map<String, Dataset<Row>> frames, Instant start, Instant end) {
    return new DailyPosition().apply(Inputs.of(frames), new DataInterval(start, end));
  }

  private static Duration lookback() {
    return CONTRACT.transform().orElseThrow().inputs().get(0).lookback();
  }

  private static String columns() {
    return String.join(", ", CONTRACT.columns().stream().map(DailyPositionTest::declared).toList());
  }

  private static String declared(Column column) {
    return column.name() + " " + column.physicalType();
  }

  private static DataContract contract() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("assize.yaml"))) {
      root = root.getParent();
    }
    var problems = new Problems();
    var domain =
        ContractReader.readDomain(root.resolve("schemas/electronic_monitoring"), root, problems);
    problems.throwIfAny();
    return domain.contracts().stream()
        .filter(contract -> contract.name().table().equals("daily_position"))
        .findFirst()
        .orElseThrow();
  }
}
