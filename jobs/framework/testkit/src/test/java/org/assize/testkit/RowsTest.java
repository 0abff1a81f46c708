package org.assize.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class RowsTest {

  private static final String SCHEMA = "id bigint, note string, tags array<string>";

  @Test
  void fields_are_typed_and_an_empty_one_is_null(SparkSession spark) {
    Dataset<Row> frame =
        Rows.frame(
            spark, "id bigint, at timestamp, note string", "1,2026-03-29T03:00:00Z,", ",,''");

    assertThat(frame.dtypes()).extracting("_2").hasSize(3);
    assertThat(Rows.multiset(frame.selectExpr("id", "unix_seconds(at)", "note")))
        .containsOnlyKeys(Arrays.asList(1L, 1774753200L, null), Arrays.asList(null, null, ""));
  }

  @Test
  void quotes_keep_commas_and_nested_types_are_json(SparkSession spark) {
    Dataset<Row> frame = Rows.frame(spark, SCHEMA, "1,'a, b','[\"x\",\"y\"]'");

    assertThat(Rows.multiset(frame.selectExpr("note", "size(tags)")))
        .containsOnlyKeys(List.of("a, b", 2));
  }

  @Test
  void a_field_that_is_not_of_its_type_is_refused(SparkSession spark) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.frame(spark, "id bigint", "one"))
        .withMessage("Not a BIGINT: one");
  }

  @Test
  void a_line_with_too_few_fields_is_refused(SparkSession spark) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.frame(spark, SCHEMA, "1,a"))
        .withMessage("2 fields where 3 columns are declared: 1,a");
  }

  @Test
  void the_order_of_rows_and_columns_does_not_matter(SparkSession spark) {
    Dataset<Row> one = Rows.frame(spark, "a int, b string", "1,x", "2,y", "2,y");
    Dataset<Row> other = Rows.frame(spark, "b string, a int", "y,2", "x,1", "y,2");

    assertThatCode(() -> Rows.assertSameRows(one, other)).doesNotThrowAnyException();
  }

  @Test
  void repeats_count(SparkSession spark) {
    Dataset<Row> once = Rows.frame(spark, "a int", "1");
    Dataset<Row> twice = Rows.frame(spark, "a int", "1", "1");

    assertThatThrownBy(() -> Rows.assertSameRows(twice, once))
        .isInstanceOf(AssertionError.class)
        .hasMessage("1 rows are unexpected and 0 are missing, as a:\n  unexpected 1x [1]");
  }

  @Test
  void another_type_is_told_before_rows_are_compared(SparkSession spark) {
    assertThatThrownBy(
            () ->
                Rows.assertSameRows(
                    Rows.frame(spark, "a int", "1"), Rows.frame(spark, "a bigint", "1")))
        .isInstanceOf(AssertionError.class)
        .hasMessage("The columns differ.\n  actual:   a int\n  expected: a bigint");
  }

  @Test
  void the_session_writes_delta_tables(SparkSession spark, @TempDir Path folder) {
    Dataset<Row> rows = Rows.frame(spark, "a int", "1", "2");
    String table = folder.resolve("t").toString();

    rows.write().format("delta").save(table);

    Rows.assertSameRows(spark.read().format("delta").load(table), rows);
  }
}
