package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void check_counts_what_it_found_sound_and_starts_no_engine() {
    assertThat(type("check")).isEqualTo(new Typed(0, "No problems: 3 tables in 1 domain.\n", ""));
    assertThat(type("check", "example/hearing", "--json").out())
        .contains("\"schema\" : \"assize.check/1\"")
        .contains("\"example_raw.court_list\",\n    \"example_curated.hearing\"\n");
    assertThat(house.engine.opened).isZero();
  }

  @Test
  void the_effective_contract_tells_where_each_value_comes_from() {
    Typed typed = type("check", "--effective", "example/hearing");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .contains("# schemas/example/_domain.yaml:1")
        .contains("# default")
        .doesNotContain("hearings_by_court");
    assertThat(type("check", "--effective", "--json", "example/hearing").out())
        .contains("\"example_curated.hearing\" : \"");
  }

  @Test
  void check_prints_every_fault_of_every_file_at_once() throws IOException {
    spoil("schemas/example/hearing.odcs.yaml", "dates: dd/MM/yyyy", "dates: qq/BB");
    spoil(
        "schemas/example/hearings_by_court.odcs.yaml",
        "mode: replace",
        "mode: replace, interval: {column: court, timezone: Europe/Londn}");

    Typed typed = type("check");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .contains("schemas/example/hearing.odcs.yaml:21: CONTRACT_INVALID: ")
        .contains("schemas/example/hearings_by_court.odcs.yaml:17: UNKNOWN_VALUE: ");
  }

  @Test
  void a_warning_is_printed_and_makes_nothing_fail() throws IOException {
    spoil("schemas/example/hearing.odcs.yaml", "{name: result,", "{name: pnc_id,");

    Typed typed = type("check");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.err())
        .contains("STANDARD_NOT_USED: Column `pnc_id` looks like one of the standard `pnc`");
    assertThat(type("check", "--json").out())
        .contains("\"warnings\" : [", "\"code\" : \"STANDARD_NOT_USED\"");
  }

  @Test
  void an_exemption_that_is_over_fails_the_check_and_one_that_lasts_does_not() throws IOException {
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    String written = Files.readString(contract);
    String rule =
        """
            quality:
              - {id: odd, type: custom, engine: assize, implementation: "minutes > 0", customProperties: [{property: assize, value: {exempt: {until: %s, reason: Known fault, approver: Court data team}}}]}
        customProperties:""";

    Files.writeString(contract, written.replace("customProperties:", rule.formatted("2026-11-22")));
    Typed over = Typed.in(folder, house, "check");
    Files.writeString(contract, written.replace("customProperties:", rule.formatted("2026-11-23")));
    Typed lasting = Typed.in(folder, house, "check");

    assertThat(over.exitCode()).isEqualTo(2);
    assertThat(over.err())
        .contains(
            "EXEMPTION_EXPIRED: The exemption of rule `odd` ended on 2026-11-22. Since then the"
                + " rule acts again. Remove the exemption, or have Court data team approve another.");
    assertThat(lasting.exitCode()).as(lasting.toString()).isZero();
  }

  @Test
  void check_tells_which_column_standards_are_followed() throws IOException {
    spoil(
        "schemas/example/hearing.odcs.yaml",
        "{name: result,",
        "{name: pnc_id, authoritativeDefinitions: [{type: standard, url: pnc}], transformSourceObjects: [result]}\n      - {name: result,");

    assertThat(type("check").out()).contains("Column standards followed: pnc by 1 column.\n");
  }

  private void spoil(String file, String good, String bad) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(good, bad));
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
