package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.Landings.deliver;
import static org.assize.spark.landing.Landings.scanned;
import static org.assize.spark.landing.Landings.source;
import static org.assize.spark.typing.Contracts.column;
import static org.assize.spark.typing.Contracts.nested;
import static org.assize.spark.typing.Contracts.use;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
class TypedJsonTest {

  private static final Source LINES = source(Format.JSONL, "in/{day}.jsonl");

  private final SparkSession spark;
  @TempDir private Path root;

  TypedJsonTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void scalars_are_read_from_their_text() {
    DataContract contract =
        Contracts.of(
            column("i", "bigint"),
            column("d", "decimal(20,10)"),
            column("s", "string"),
            column("b", "boolean"),
            column("t", "timestamp"));

    assertThat(
            rows(
                contract,
                use(LINES),
                "{\"i\":9007199254740993,\"d\":0.1234567891,\"s\":1.50,\"b\":true,"
                    + "\"t\":\"2026-03-29T03:00:00Z\"}",
                "{\"i\":\" 12 \",\"d\":\"1e3\",\"s\":\"\u00e9\\u20ac\\n\",\"b\":\"false\",\"t\":null}",
                "{\"s\":{\"a\" : [1, \"x y\\\" \"], \"b\":null},\"i\":1.0}",
                "{\"s\":[ ],\"b\":0,\"d\":{},\"unknown\":[{\"i\":5}]}"))
        .containsExactly(
            "[9007199254740993,0.1234567891,1.50,true,2026-03-29 03:00:00.0,0,0]",
            "[12,1000.0000000000,\u00e9\u20ac\n,false,null,0,0]",
            "[null,null,{\"a\":[1,\"x y\\\" \"],\"b\":null},null,null,0,1]",
            "[null,null,[],null,null,0,10]");
  }

  @Test
  void what_is_no_object_is_malformed_and_the_rest_goes_on() {
    assertThat(
            rows(
                Contracts.of(column("a", "int")),
                use(LINES),
                "{\"a\":1}",
                "{\"a\":1",
                "{\"a\":1}}",
                "{'a':1}",
                "{\"a\":01}",
                "[{\"a\":1}]",
                "null",
                "{\"a\":1} {\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "\0{\"a\":1}",
                "{\"x\":" + "[".repeat(1001) + "]".repeat(1001) + "}",
                "{\"a\":7}"))
        .containsExactly(
            "[1,0,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[2,0,0]",
            "[null,2,0]",
            "[null,2,0]",
            "[7,0,0]");
  }

  @Test
  void a_record_of_other_bytes_than_text_is_undecodable() {
    deliver(root, "in/d.jsonl", "{\"a\":\"\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1));

    Row row = typed(Contracts.of(column("a", "string")), use(LINES)).first();

    assertThat(row.<Integer>getAs("_fault")).isEqualTo(Fault.UNDECODABLE.code());
  }

  @Test
  void paths_lead_into_objects_and_to_single_elements() {
    DataContract contract =
        Contracts.of(
            column("code", "string", "court.code"),
            column("odd", "string", "['a.b[0]'].c"),
            column("first", "date", "days[0].on"),
            column("old_or_new", "int", "consumer", "consumer__value"),
            column("told", "boolean", "present(court.told)"),
            column("day", "date", "_day"));

    assertThat(
            rows(
                contract,
                use(LINES),
                "{\"court\":{\"code\":\"B1\",\"told\":null},\"a.b[0]\":{\"c\":2},"
                    + "\"days\":[{\"on\":\"2026-01-02\"},{}],\"consumer__value\":3}",
                "{\"court\":\"B1\",\"days\":[],\"consumer\":null,\"consumer__value\":3}",
                "{\"court\":null,\"days\":{\"on\":\"2026-01-03\"}}"))
        .containsExactly(
            "[B1,2,2026-01-02,3,true,null,0,32]",
            "[null,null,null,null,false,null,0,33]",
            "[null,null,2026-01-03,null,false,null,0,32]");
  }

  @Test
  void each_element_becomes_a_row_with_what_stands_above_it() {
    DataContract contract =
        Contracts.of(
            column("id", "int"),
            column("case_urn", "string", "$.hearing.cases[*].urn"),
            column("hearing_id", "string", "$.hearing.id"),
            column("at", "int", "$.hearing.cases[*].people[*].id"));
    SourceUse use = use(LINES, "$.hearing.cases[*].people[*]");

    assertThat(
            positions(
                contract,
                use,
                "{\"hearing\":{\"cases\":[{\"people\":[{\"id\":1},{\"id\":2}],\"urn\":\"A\"},"
                    + "{\"urn\":\"B\",\"people\":{\"id\":3}},{\"urn\":\"C\"},"
                    + "{\"urn\":\"D\",\"people\":[null]}],\"id\":\"h1\"}}",
                "{\"hearing\":{\"cases\":[],\"id\":\"h2\"}}",
                "{\"hearing\":{\"cases\":{\"urn\":\"E\",\"people\":[{\"id\":4}]}}}",
                "{\"hearing\":{\"id\":\"h3\"}}",
                "{\"hearing\":null}",
                "{}",
                "[\"pointer\",{\"hearing\":{}}]",
                "{"))
        .containsExactly(
            "[1,A,h1,1,0,0]",
            "[2,A,h1,2,1,0]",
            "[3,B,h1,3,2,0]",
            "[null,D,h1,null,3,0]",
            "[4,E,null,4,0,0]",
            "[null,null,null,null,0,4]",
            "[null,null,null,null,0,4]",
            "[null,null,null,null,0,4]",
            "[null,null,null,null,0,4]",
            "[null,null,null,null,0,2]");
  }

  @Test
  void a_path_to_rows_may_end_in_objects_where_null_is_none() {
    DataContract contract = Contracts.of(column("id", "int"));

    assertThat(
            positions(
                contract,
                use(LINES, "$.hearings[*].defendant"),
                "{\"hearings\":[{\"defendant\":{\"id\":1}},{\"defendant\":null},{},4,"
                    + "{\"defendant\":{\"id\":2}}]}"))
        .containsExactly("[1,0,0]", "[2,1,0]");
    assertThat(
            positions(
                contract,
                use(LINES, "$.hearing.defendant"),
                "{\"hearing\":{\"defendant\":{\"id\":3}}}",
                "{\"hearing\":{\"defendant\":null}}"))
        .containsExactly("[3,0,0]", "[null,0,4]");
  }

  @Test
  void a_document_may_be_an_array_of_objects_or_of_scalars() {
    Source document = source(Format.JSON, "in/{day}.json");
    deliver(root, "in/d.json", "\uFEFF[\n {\"a\": 1},\n \"x\",\n null\n]\n");
    DataContract contract = Contracts.of(column("a", "int"), column("self", "string", "@"));

    assertThat(text(typed(document, contract, use(document, "$[*]"))))
        .containsExactly("[1,{\"a\":1},0,0]", "[null,x,0,1]", "[null,null,0,0]");
  }

  @Test
  void structs_and_arrays_follow_the_contract() {
    DataContract contract =
        Contracts.of(
            nested(
                "prompts",
                "array<struct<label:string,seq:int,due:date>>",
                "judicialResultPrompts",
                column("label", "string"),
                column("seq", "int", "promptSequence"),
                column("due", "date", "a.due", "b.due")),
            column("tags", "array<string>"),
            nested("court", "struct<code:string,n:array<int>>", ""));

    assertThat(
            rows(
                contract,
                use(LINES),
                "{\"judicialResultPrompts\":[{\"label\":\"x\",\"promptSequence\":1,"
                    + "\"b\":{\"due\":\"2026-01-02\"}},null,{\"label\":null}],"
                    + "\"tags\":[\"a\",{\"b\" : 1},null,[ 2]],\"court\":{\"code\":7,\"n\":[1,2]}}",
                "{\"judicialResultPrompts\":{\"label\":\"y\"},\"tags\":\"solo\",\"court\":null}",
                "{\"judicialResultPrompts\":[{\"promptSequence\":\"z\"}],\"tags\":null,"
                    + "\"court\":[]}",
                "{\"court\":{\"n\":[1,\"x\"]}}"))
        .containsExactly(
            "[([x,1,2026-01-02], null, [null,null,null]),"
                + "(a, {\"b\":1}, null, [2]),[7,(1, 2)],0,0]",
            "[([y,null,null]),(solo),null,0,0]",
            "[([null,null,null]),null,null,0,5]",
            "[null,null,[null,(1, null)],0,4]");
  }

  @Test
  void one_path_may_be_read_as_text_and_walked_through() {
    DataContract contract =
        Contracts.of(
            column("whole", "string", "a"),
            column("b", "int", "a.b"),
            column("all", "array<string>", "a"));

    assertThat(rows(contract, use(LINES), "{\"a\": {\"b\": 1} }", "{\"a\":[1,{\"b\":2}]}"))
        .containsExactly(
            "[{\"b\":1},1,({\"b\":1}),0,0]", "[[1,{\"b\":2}],null,(1, {\"b\":2}),0,2]");
  }

  @Test
  void what_cannot_be_read_is_told_all_at_once() {
    deliver(root, "in/d.jsonl", "{}\n");
    DataContract contract =
        Contracts.of(
            column("a", "string", "x..y"),
            column("b", "string", "x[*].y"),
            column("c", "int", "present(x)"),
            column("d", "map<string,string>"));

    assertThatThrownBy(() -> typed(contract, use(LINES)))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:10: CONTRACT_INVALID: a reads `x..y`, which is no path.\n"
                + "schemas/tests/thing.odcs.yaml:10: CONTRACT_INVALID: b reads `x[*].y`, whose [*]"
                + " is not one of `rows`.\n"
                + "schemas/tests/thing.odcs.yaml:10: CONTRACT_INVALID: c reads present(…), which is"
                + " boolean and stands alone.\n"
                + "schemas/tests/thing.odcs.yaml:10: CONTRACT_INVALID: d is MAP<STRING, STRING>, not"
                + " for a table.");
    assertThatThrownBy(() -> typed(contract, use(LINES, "a[*]")))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:3: CONTRACT_INVALID: `rows: a[*]` is no path such as"
                + " $.a.b[*].");
  }

  private List<String> rows(DataContract contract, SourceUse use, String... records) {
    deliver(root, "in/d.jsonl", String.join("\n", records));
    return text(typed(contract, use));
  }

  /** The contract's columns, then _fault and _unreadable_0. */
  private static List<String> text(Dataset<Row> typed) {
    int columns = List.of(typed.columns()).indexOf("_file");
    return typed.orderBy("_locator", "_position").collectAsList().stream()
        .map(row -> values(row, columns, "_fault", "_unreadable_0"))
        .toList();
  }

  private List<String> positions(DataContract contract, SourceUse use, String... records) {
    deliver(root, "in/d.jsonl", String.join("\n", records));
    int columns = contract.columns().size();
    return typed(contract, use).orderBy("_locator", "_position").collectAsList().stream()
        .map(row -> values(row, columns, "_position", "_fault"))
        .toList();
  }

  private static String values(Row row, int columns, String... more) {
    var text = new StringBuilder("[");
    for (int i = 0; i < columns; i++) {
      text.append(row.get(i)).append(',');
    }
    text.append(row.get(row.fieldIndex(more[0]))).append(',');
    text.append(row.get(row.fieldIndex(more[1])));
    return text.append(']').toString().replace("WrappedArray", "");
  }

  private Dataset<Row> typed(DataContract contract, SourceUse use) {
    return typed(LINES, contract, use);
  }

  private Dataset<Row> typed(Source source, DataContract contract, SourceUse use) {
    Dataset<Row> raw =
        RawFrame.of(spark, source, scanned(root, source, Long.MAX_VALUE), Instant.EPOCH, "b");
    return TypedFrame.of(raw, contract, use);
  }
}
