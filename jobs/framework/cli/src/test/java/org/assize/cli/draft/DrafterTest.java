package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assize.cli.SharedData;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Load;
import org.assize.contract.Source;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.contract.rule.RuleCompiler;
import org.assize.contract.standard.ColumnStandards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrafterTest {

  @TempDir private Path folder;

  @Test
  void a_weekly_csv_becomes_a_merge_by_its_key_in_the_order_of_deliveries() throws IOException {
    Draft draft =
        draftOf(
            "return_2026-11-16.csv",
            """
            Ref No,Date Referred,Days,PNC,Closed
            R1,26/10/2026,3,2026/0000001A,Y
            R2,31/10/2026,N/A,,N
            R3,01/11/2026,12,,Y
            """);

    DataContract contract = contract(draft);

    assertThat(contract.primaryKey()).containsExactly("ref_no");
    assertThat(contract.load().mode()).isEqualTo(Load.Mode.MERGE);
    assertThat(contract.load().latestBy()).containsExactly("_delivery_date");
    assertThat(types(contract))
        .isEqualTo(
            Map.of(
                "ref_no", "STRING",
                "date_referred", "DATE",
                "days", "INTEGER",
                "pnc", "STRING",
                "closed", "BOOLEAN"));
    assertThat(contract.column("ref_no").orElseThrow().sourceNames()).containsExactly("Ref No");
    assertThat(contract.column("pnc").orElseThrow().classification()).contains("restricted");
    Source source = contract.sources().get(0).source();
    assertThat(source.files()).isEqualTo("victims/return_{delivery_date}.csv");
    assertThat(source.formats().dates()).containsExactly("dd/MM/yyyy");
    assertThat(source.formats().nulls()).containsExactly("", "N/A");
    assertThat(source.formats().trueValues()).containsExactly("Y");
    assertThat(draft.blanks()).isEqualTo(5);
    assertThat(draft.key()).contains("ref_no");
  }

  @Test
  void a_delimiter_other_than_a_comma_is_found_and_written() throws IOException {
    DataContract contract = contract(draftOf("a.csv", "id;x\n1;a,b\n2;c,d\n"));

    assertThat(contract.sources().get(0).source().delimiter()).isEqualTo(';');
    assertThat(types(contract)).containsOnlyKeys("id", "x");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
    DataContract contract = contract(draftOf("a.csv", "\uFEFForg_id,name\nA,x\nB,y\n"));

    assertThat(types(contract)).containsOnlyKeys("org_id", "name");
  }

  @Test
  void names_that_yaml_would_read_as_something_else_are_quoted() throws IOException {
    DataContract contract = contract(draftOf("a.csv", "id,no,a: b,#x,\"q\"\"q\"\n1,2,3,4,5\n"));

    assertThat(contract.columns())
        .extracting(column -> column.sourceNames().stream().findFirst().orElse(column.name()))
        .containsExactly("id", "no", "a: b", "#x", "q\"q");
  }

  @Test
  void nested_json_keeps_its_shape_and_a_list_of_records_becomes_rows() throws IOException {
    Draft draft =
        draftOf(
            "hearings.json",
            """
            [{"id": 7, "heard": "2026-11-16T09:30:00Z", "court": {"code": "B01", "open": true},
              "charges": [{"offenceCode": "AB1", "fine": 10.5}], "tags": ["x"]},
             {"id": 8, "heard": null, "court": {"code": "B02"}, "charges": [], "tags": []}]
            """);

    DataContract contract = contract(draft);

    assertThat(contract.sources().get(0).rows()).contains("$[*]");
    assertThat(contract.sources().get(0).source().format()).isEqualTo(Format.JSON);
    assertThat(contract.columns())
        .extracting(Column::physicalType)
        .containsExactly(
            "bigint",
            "timestamp",
            "struct<code:string,open:boolean>",
            "array<struct<offence_code:string,fine:double>>",
            "array<string>");
  }

  @Test
  void a_name_without_a_date_asks_for_a_folder_for_each_day() throws IOException {
    Draft draft = draftOf("codes.csv", "code,title\nA,x\nB,y\n");

    assertThat(contract(draft).sources().get(0).source().files())
        .isEqualTo("victims/{delivery_date}/codes.csv");
    assertThat(draft.remarks())
        .containsExactly(
            "The file's name holds no date: deliveries are expected in a folder for each day.");
  }

  @Test
  void a_time_of_change_orders_the_versions_of_a_key() throws IOException {
    DataContract contract =
        contract(
            draftOf(
                "a.csv", "id,last_updated_at\n1,2026-01-01T10:00:00Z\n2,2026-01-01T10:00:00Z\n"));

    assertThat(contract.load().latestBy()).containsExactly("last_updated_at");
    assertThat(contract.sources().get(0).source().files()).isEqualTo("victims/a.csv");
  }

  @Test
  void lines_of_json_are_told_from_one_document_by_looking() throws IOException {
    DataContract contract = contract(draftOf("a.JSON", "{\"a\": 1}\n{\"a\": 2}\n"));

    assertThat(contract.sources().get(0).source().format()).isEqualTo(Format.JSONL);
    assertThat(contract.sources().get(0).rows()).isEmpty();
  }

  @Test
  void what_is_odd_in_the_sample_is_said_without_a_value() throws IOException {
    Draft draft =
        draftOf(
            "a.csv", "code,at,empty\nsecret1,2026-01-01 10:00:00,\nsecret1,2026-01-02 10:00:00\n");

    assertThat(draft.remarks())
        .containsExactly(
            "1 record: each has not as many fields as the header and would be refused.",
            "`empty` holds no value: drafted as text.",
            "Times without a zone in at: UTC is assumed; add `timezone: Europe/London` to the"
                + " source if they are local.",
            "No column is filled and different in every record: drafted without a key, to append.");
    assertThat(draft.yaml()).doesNotContain("secret1");
  }

  @Test
  void a_file_without_named_fields_is_refused() {
    assertThatThrownBy(() -> draftOf("codes.json", "[\"A1\", \"A2\"]"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("codes.json` holds no records with named fields.");
  }

  @Test
  void street_crimes_have_no_key_for_a_fifth_have_no_id() throws IOException {
    Path file = SharedData.file("police-street-crime/police-uk-2018-12-merseyside-street.csv");

    DataContract contract = contract(draft(file));

    assertThat(contract.primaryKey()).isEmpty();
    assertThat(contract.load().mode()).isEqualTo(Load.Mode.APPEND);
    assertThat(types(contract))
        .containsEntry("longitude", "NUMBER")
        .containsEntry("latitude", "NUMBER")
        .containsEntry("crime_id", "STRING")
        .containsEntry("month", "STRING")
        .containsEntry("lsoa_code", "STRING")
        .hasSize(12);
    assertThat(contract.sources().get(0).source().placeholders()).containsExactly("delivery_month");
  }

  @Test
  void offences_are_keyed_by_their_code() throws IOException {
    DataContract contract = contract(draft(SharedData.file("cjs-reference/cjs-offences.json")));

    assertThat(contract.primaryKey()).containsExactly("cjs_code");
    assertThat(types(contract))
        .isEqualTo(
            Map.of(
                "cjs_code", "STRING",
                "offence_category", "STRING",
                "offence_title", "STRING",
                "recordable_on_pnc", "BOOLEAN"));
    assertThat(contract.load().mode()).isEqualTo(Load.Mode.MERGE);
  }

  @Test
  void positions_are_keyed_by_position_not_by_activation() throws IOException {
    DataContract contract =
        contract(draft(SharedData.file("crime-matching/derived/positions.csv")));

    assertThat(contract.primaryKey()).containsExactly("position_id");
    assertThat(types(contract))
        .containsEntry("device_activation_id", "INTEGER")
        .containsEntry("position_latitude", "NUMBER")
        .containsEntry("position_speed", "INTEGER")
        .containsEntry("position_recorded_date", "TIMESTAMP")
        .hasSize(9);
    assertThat(contract.sources().get(0).source().formats().timestamps())
        .containsExactly("yyyy-MM-dd HH:mm:ss.SSS");
  }

  @Test
  void a_column_named_like_a_standard_follows_it_where_most_values_have_its_form()
      throws IOException {
    String fits =
        draftOf("a.csv", "Ref No,PNC Id\n" + rows("2099/0000001G", 9) + rows("unknown", 1)).yaml();
    String misfits =
        draftOf("b.csv", "Ref No,PNC Id\n" + rows("2099/0000001G", 8) + rows("unknown", 2)).yaml();

    assertThat(fits)
        .contains(
            "{name: pnc_id, logicalType: string, transformSourceObjects: [PNC Id],"
                + " authoritativeDefinitions: [{type: standard, url: pnc}]}")
        .doesNotContain("0000001G");
    assertThat(misfits).contains("classification: restricted").doesNotContain("url: pnc");
  }

  @Test
  void a_column_of_another_name_follows_no_standard_whatever_it_holds() throws IOException {
    assertThat(draftOf("a.csv", "Ref No,Number\n" + rows("2099/0000001G", 3)).yaml())
        .doesNotContain("authoritativeDefinitions");
    assertThat(draftOf("b.csv", "Ref No,PNC\n" + rows("", 3)).yaml())
        .doesNotContain("authoritativeDefinitions");
  }

  private static String rows(String value, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> "R" + value.hashCode() + i + "," + value + "\n")
        .collect(Collectors.joining());
  }

  private Draft draftOf(String name, String content) throws IOException {
    return draft(Files.writeString(folder.resolve(name), content));
  }

  private static Draft draft(Path file) throws IOException {
    return new Drafter("victims", "referral", ColumnStandards.shipped())
        .fromFile(file, "victims/" + file.getFileName());
  }

  /** Reads the draft back as a workspace would, and finds nothing wrong with it. */
  private DataContract contract(Draft draft) throws IOException {
    Path domain = Files.createDirectories(folder.resolve("schemas/victims"));
    Files.writeString(domain.resolve("referral.odcs.yaml"), draft.yaml());
    var problems = new Problems();
    DataContract contract = ContractReader.readDomain(domain, folder, problems).contracts().get(0);
    RuleCompiler.compile(contract, problems);
    assertThat(problems.all()).as(draft.yaml()).isEmpty();
    return contract;
  }

  private static Map<String, String> types(DataContract contract) {
    return contract.columns().stream()
        .collect(Collectors.toMap(Column::name, column -> column.logicalType().name()));
  }
}
