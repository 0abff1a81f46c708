package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.Landings.deliver;
import static org.assize.spark.landing.Landings.scanned;
import static org.assize.spark.landing.Landings.source;
import static org.assize.spark.typing.Contracts.column;
import static org.assize.spark.typing.Contracts.use;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.PlatformException;
import org.assize.spark.landing.RawFrame;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TypedCsvTest {

  private static final Source SOURCE = source(Format.CSV, "in/{day}_{part}.csv");
  private static final DataContract PLAIN =
      Contracts.of(column("id", "bigint"), column("name", "string"));

  private final SparkSession spark;
  @TempDir private Path root;

  TypedCsvTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void the_frame_has_the_columns_of_the_contract_and_then_our_own() {
    deliver(root, "in/2026-11-01_a.csv", "id,name\n1,x\n");

    Dataset<Row> typed = typed(PLAIN, use(SOURCE));

    assertThat(typed.schema().toDDL())
        .isEqualTo(
            "id BIGINT,name STRING,_file STRING,_file_hash STRING,_locator BIGINT,"
                + "_position INT NOT NULL,_row_hash BIGINT,_ingested_at TIMESTAMP,_day STRING,"
                + "_part STRING,_fault INT NOT NULL,_unreadable_0 BIGINT NOT NULL");
    assertThat(
            typed
                .select("id", "name", "_file", "_locator", "_position", "_day", "_part", "_fault")
                .first())
        .hasToString("[1,x,in/2026-11-01_a.csv,8,0,2026-11-01,a,0]");
  }

  @Test
  void each_fault_has_its_number_and_one_row_without_values() {
    byte[] content = "id,name\n1,x\n2\n3,y,z\n4,\"x\n5,\"x\"y\n".getBytes(StandardCharsets.UTF_8);
    deliver(root, "in/d_a.csv", content);
    deliver(root, "in/d_b.csv", "id,name\n6,\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
    deliver(root, "in/d_c.csv", "id,Name\n7,x\n");
    deliver(root, "in/d_d.csv", "id,name,id\n8,x,8\n");
    deliver(root, "in/d_e.csv", "id,name\n9,\"x\"y\n");

    List<Row> rows =
        typed(PLAIN, use(SOURCE))
            .orderBy("_file", "_locator")
            .select("id", "name", "_fault", "_part")
            .collectAsList();

    assertThat(rows.toString())
        .isEqualTo(
            "[[1,x,0,a], [null,null,3,a], [null,null,3,a], [null,null,2,a], [null,null,1,b],"
                + " [null,null,5,c], [null,null,5,d], [null,null,2,e]]");
  }

  @Test
  void text_that_cannot_be_read_sets_the_bit_of_its_column() {
    Column[] columns =
        IntStream.range(0, 130).mapToObj(i -> column("n" + i, "int")).toArray(Column[]::new);
    String header = String.join(",", Arrays.stream(columns).map(Column::name).toList());
    String[] values = IntStream.range(0, 130).mapToObj(i -> "" + i).toArray(String[]::new);
    values[0] = "x";
    values[62] = "1.5";
    values[63] = "12345678901";
    values[129] = "-";
    values[5] = "";
    deliver(root, "in/d_a.csv", header + "\n" + String.join(",", values) + "\n");

    Row row = typed(Contracts.of(columns), use(SOURCE)).first();

    assertThat(row.<Long>getAs("_unreadable_0")).isEqualTo(1L | 1L << 62);
    assertThat(row.<Long>getAs("_unreadable_1")).isEqualTo(1L);
    assertThat(row.<Long>getAs("_unreadable_2")).isEqualTo(1L << 3);
    assertThat(row.<Integer>getAs("_fault")).isZero();
    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.isNullAt(5)).isTrue();
    assertThat(row.getInt(64)).isEqualTo(64);
  }

  @Test
  void columns_are_found_by_the_first_name_in_the_header_and_placeholders_by_theirs() {
    DataContract contract =
        Contracts.of(
            column("ref", "string", "Ref No", "Ref"),
            column("provider", "string", "Provider"),
            column("day", "date", "_day"));
    var use = new SourceUse(SOURCE, Optional.empty(), Map.of("provider", "Who"));
    deliver(root, "in/2026-11-01_a.csv", "\uFEFF Ref No ,extra,Who,Ref\n1,e,p,0\n");
    deliver(root, "in/2026-11-x2_b.csv", "Who,\"Ref\"\nq,2\n");

    Dataset<Row> typed = typed(contract, use).orderBy("_file");

    assertThat(typed.select("ref", "provider", "day", "_unreadable_0").collectAsList().toString())
        .isEqualTo("[[1,p,2026-11-01,0], [2,q,null,4]]");
  }

  @Test
  void raw_read_back_from_a_table_gives_the_same_rows() {
    deliver(root, "in/d_a.csv", "id,name\n1,\"a \"\"b\"\"\nc\"\nx,y\n3\n");
    deliver(root, "in/d_b.csv", "name,id\ny,1\n\u20ac,2\n");
    Dataset<Row> raw = raw(1);
    String table = root.resolve("raw").toString();
    raw.write().format("delta").save(table);

    List<Row> fromFiles =
        TypedFrame.of(raw, PLAIN, use(SOURCE)).orderBy("_file", "_locator").collectAsList();
    List<Row> replayed =
        TypedFrame.of(spark.read().format("delta").load(table), PLAIN, use(SOURCE))
            .orderBy("_file", "_locator")
            .collectAsList();

    assertThat(replayed).isEqualTo(fromFiles).hasSize(5);
  }

  @Test
  void a_record_is_parsed_once_however_many_columns_are_used() {
    deliver(root, "in/d_a.csv", "id,name\n1,x\n");

    String plan =
        typed(PLAIN, use(SOURCE))
            .where("id > 0 and name is not null and _fault = 0")
            .selectExpr("id + id as twice", "upper(name)")
            .queryExecution()
            .executedPlan()
            .toString();

    assertThat(plan.split("CsvRecordParser", -1)).hasSize(2);
  }

  @Test
  void types_without_text_and_paths_to_rows_are_refused() {
    deliver(root, "in/d_a.csv", "id\n1\n");
    DataContract contract = Contracts.of(column("list", "array<string>"));

    assertThatThrownBy(() -> typed(contract, use(SOURCE, "$[*]")))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:3: CONTRACT_INVALID: `rows` is a path in JSON; source"
                + " thing is CSV.\n"
                + "schemas/tests/thing.odcs.yaml:10: UNSUPPORTED: list is ARRAY<STRING>, which CSV"
                + " has no text for. Read it as a string.");
  }

  @Test
  void a_placeholder_may_not_take_the_name_of_a_column_of_ours() {
    SourceUse use = use(source(Format.CSV, "in/{file}_{part}.csv"));
    Dataset<Row> raw = RawFrame.of(spark, SOURCE, List.of(), Instant.EPOCH, "b");

    assertThatThrownBy(() -> TypedFrame.of(raw, PLAIN, use))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:7: CONTRACT_INVALID: {file} of source thing is taken.");
  }

  private Dataset<Row> typed(DataContract contract, SourceUse use) {
    return TypedFrame.of(raw(Long.MAX_VALUE), contract, use);
  }

  private Dataset<Row> raw(long rangeBytes) {
    return RawFrame.of(spark, SOURCE, scanned(root, SOURCE, rangeBytes), Instant.EPOCH, "b");
  }
}
