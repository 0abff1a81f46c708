package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.Landings.deliver;
import static org.assize.spark.landing.Landings.scanned;
import static org.assize.spark.landing.Landings.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.problem.PlatformException;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class RawFrameTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123456Z");
  private static final Source CSV = source(Format.CSV, "in/{day}/*.csv");

  private final SparkSession spark;
  @TempDir private Path root;

  RawFrameTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void a_row_tells_what_the_record_was_and_where_it_stood() throws IOException {
    Path file = deliver(root, "in/mon/a b.csv", "id,note\n1,\"x\ny\"\n2,é\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T10:00:00.5Z")));
    ScannedFile scanned = scanned(root, CSV, 1).get(0);

    List<Row> rows = RawFrame.of(spark, CSV, List.of(scanned), NOW, "b1").collectAsList();

    assertThat(rows).hasSize(2);
    Row second = rows.get(1);
    assertThat(second.schema()).isEqualTo(RawFrame.SCHEMA);
    assertThat(second.<String>getAs("_record")).isEqualTo("2,é");
    assertThat(second.isNullAt(1)).isTrue();
    assertThat(second.<String>getAs("_header")).isEqualTo("id,note");
    assertThat(second.<Long>getAs("_locator")).isEqualTo(16);
    assertThat(second.<String>getAs("_file")).isEqualTo("in/mon/a b.csv");
    assertThat(second.<String>getAs("_file_hash")).isEqualTo(scanned.sha256());
    assertThat(second.<String>getAs("_placeholders")).isEqualTo("{\"day\":\"mon\"}");
    assertThat(second.getTimestamp(8).toInstant())
        .isEqualTo(Instant.parse("2026-11-22T10:00:00.5Z"));
    assertThat(second.getTimestamp(9).toInstant()).isEqualTo(NOW);
    assertThat(second.<String>getAs("_batch_id")).isEqualTo("b1");
  }

  @Test
  void bytes_that_are_no_text_are_kept_as_bytes() {
    byte[] content = "id\n1\n\u00ff\u00fe\n3\n".getBytes(StandardCharsets.ISO_8859_1);
    deliver(root, "in/mon/a.csv", content);

    Dataset<Row> raw = raw(CSV, 1 << 20);

    assertThat(raw.selectExpr("_record", "hex(_bytes)").collectAsList().toString())
        .isEqualTo("[[1,null], [null,FFFE], [3,null]]");
    assertThat(raw.where("_row_hash = xxhash64(coalesce(cast(_record as binary), _bytes))").count())
        .isEqualTo(3);
    assertThat(raw.select("_bytes").where("_bytes is null").count()).isEqualTo(2);
  }

  @Test
  void any_split_gives_the_same_rows_and_locators_find_them_again() throws IOException {
    var random = new Random(5);
    for (int i = 0; i < 4; i++) {
      String text = RecordOracle.text(random, "ab,\"\n\r\u00e9\u20ac", 3000);
      Path file = deliver(root, "in/mon/a.csv", text);
      byte[] bytes = Files.readAllBytes(file);

      List<Row> whole = raw(CSV, Long.MAX_VALUE).orderBy("_locator").collectAsList();
      List<Row> split = raw(CSV, 1).orderBy("_locator").collectAsList();

      assertThat(split).isEqualTo(whole);
      assertThat(whole).hasSizeGreaterThan(10);
      for (Row row : whole) {
        byte[] record = row.<String>getAs("_record").getBytes(StandardCharsets.UTF_8);
        int locator = Math.toIntExact(row.getAs("_locator"));
        assertThat(Arrays.copyOfRange(bytes, locator, locator + record.length)).isEqualTo(record);
      }
    }
  }

  @Test
  void many_small_files_share_a_task_and_keep_their_own_facts() {
    Source json = source(Format.JSON, "docs/{id}.json");
    for (int i = 0; i < 50; i++) {
      deliver(root, "docs/" + i + ".json", "{\n\"id\": " + i + "}");
    }

    Dataset<Row> raw = raw(json, 1 << 20);

    assertThat(raw.rdd().getNumPartitions()).isEqualTo(1);
    assertThat(
            raw.where(
                    "get_json_object(_record, '$.id') = get_json_object(_placeholders, '$.id')"
                        + " and _file = concat('docs/', get_json_object(_record, '$.id'), '.json')")
                .select("_file")
                .distinct()
                .count())
        .isEqualTo(50);
  }

  @Test
  void files_larger_than_a_block_are_read_whole_and_only_in_the_columns_asked_for() {
    String line = "x".repeat(1023) + "\n";
    deliver(root, "in/mon/a.csv", "h\n" + line.repeat(9000));

    Dataset<Row> raw = raw(CSV, 4 << 20);

    assertThat(raw.count()).isEqualTo(9000);
    assertThat(raw.selectExpr("sum(length(_record))").first().getLong(0)).isEqualTo(1023L * 9000);
    assertThat(raw.select("_locator").queryExecution().optimizedPlan().toString())
        .contains("_locator")
        .doesNotContain("_record");
  }

  @Test
  void values_outlive_the_block_that_they_came_from() {
    var lines = new StringBuilder("h\n");
    for (int i = 0; i < 20_000; i++) {
      lines.append("%07d%0100d\n".formatted((i * 7919) % 20_000, i));
    }
    deliver(root, "in/mon/a.csv", lines.toString());

    Row row = raw(CSV, 1 << 20).selectExpr("max(_record)", "min(_record)").first();

    assertThat(row.getString(0)).startsWith("0019999").hasSize(107);
    assertThat(row.getString(1)).isEqualTo("0".repeat(107));
  }

  @Test
  void a_file_changed_after_the_scan_fails_the_reading() throws IOException {
    Path file = deliver(root, "in/mon/a.csv", "id\n1\n");
    Dataset<Row> raw = raw(CSV, 1);
    Files.writeString(file, "id\n1\n2\n");

    assertThatThrownBy(raw::count)
        .rootCause()
        .isInstanceOfSatisfying(
            PlatformException.class, changed -> assertThat(changed.problems()).hasSize(1))
        .hasMessageStartingWith(
            "INPUT_CHANGED: in/mon/a.csv changed or vanished while it was being taken.");
  }

  @Test
  void no_files_are_no_rows() {
    Dataset<Row> raw = RawFrame.of(spark, CSV, List.of(), NOW, "b1");

    assertThat(raw.schema()).isEqualTo(RawFrame.SCHEMA);
    assertThat(raw.collectAsList()).isEmpty();
  }

  private Dataset<Row> raw(Source source, long rangeBytes) {
    return RawFrame.of(spark, source, scanned(root, source, rangeBytes), NOW, "b1");
  }
}
