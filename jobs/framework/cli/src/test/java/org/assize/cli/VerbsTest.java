package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assize.cli.draft.QueryColumn;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that take few words to test. */
class VerbsTest {

  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void plan_says_what_a_run_would_do_and_why() {
    house.engine.foreseen.put(
        "example/court_list",
        new Foreseen(
            new DatasetName("example", Layer.RAW, "court_list"),
            Foreseen.Work.RUN,
            "new files",
            2,
            OptionalLong.of(3 << 20),
            OptionalLong.empty(),
            List.of(),
            Optional.of("rules changed")));

    Typed typed = type("plan");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .startsWith(
            """
            table                      by       from                                  would    why
            example/court_list         append   example/hearings_{delivery_date}.csv  run      new files: 2 files, 3.0 MiB
            example/hearing            merge    example/court_list                    nothing  no new record
            example/hearings_by_court  replace  example/hearing                       nothing  no new record
              example/court_list  rules changed

            Rules that cannot be judged from the write alone:
            rule                of                         reads again
            primary_key_unique  example/hearings_by_court  the batch
            Warehouse: file:\
            """);
    assertThat(type("plan", "--json", "example/hearings_by_court").out())
        .contains("\"schema\" : \"assize.plan/1\"")
        .contains("\"rule\" : \"primary_key_unique\"", "\"reads\" : \"the batch\"")
        .contains("\"work\" : \"none\"", "\"why\" : \"no new record\"")
        .contains("\"needs\" : [\n        \"example_curated.hearing\"\n      ]");
    assertThat(house.engine.ran).isEmpty();
  }

  @Test
  void status_shows_versions_and_holds() {
    house.engine.states.add(state(Optional.empty(), List.of()));
    house.engine.states.add(state(Optional.of(4L), List.of("3f2a")));

    Typed typed = type("status");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            table                    state      version  complete through  figures  run
            example_curated.hearing  not built                                      run0
            example_curated.hearing  held       4                                   run0

            Held: example/hearing, since Mon 23 Nov 08:00. A batch is held; the table stays as it was.
              → assize quality accept 3f2a --reason "…"
            """);
    assertThat(type("status", "--json").out())
        .contains("\"schema\" : \"assize.status/1\"")
        .contains("\"state\" : \"not_built\",\n      \"version\" : null");
  }

  @Test
  void a_hold_is_accepted_with_who_and_why() {
    Typed typed =
        Typed.in(
            folder, house, Map.of("USER", "ada"), "quality", "accept", "3f2a", "--reason", "seen");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out()).contains("example/hearing  warnings: accepted");
    assertThat(house.engine.decisions).containsExactly("accept 3f2a by ada: seen");
    assertThat(house.engine.recorded).hasSize(1);
  }

  @Test
  void a_hold_is_dropped_and_what_becomes_of_its_inputs_is_said() {
    Typed typed = type("quality", "drop", "3f2a", "--reason", "sent twice", "--by", "duty");

    assertThat(typed).isEqualTo(new Typed(0, "Its 1 file counts as taken.\n", ""));
    assertThat(house.engine.decisions).containsExactly("drop 3f2a by duty: sent twice");
    assertThat(type("quality", "drop", "3f2a", "--reason", "x", "--json").out())
        .contains("\"schema\" : \"assize.decision/1\"");
  }

  @Test
  void the_ledger_is_rebuilt_from_logs() {
    assertThat(type("ops", "rebuild").out()).isEqualTo("Restored 7 batches.\n");
    assertThat(type("ops", "rebuild", "--json").out())
        .isEqualTo("{\n  \"schema\" : \"assize.rebuild/1\",\n  \"batchesRestored\" : 7\n}\n");
  }

  @Test
  void a_code_is_explained_and_all_are_listed() {
    assertThat(type("explain", "no-permission").out())
        .startsWith("NO_PERMISSION: A path may not be read or written.\n\nUsual cause: ")
        .contains("Exit code:   2, bad configuration");
    assertThat(type("explain").out()).contains("YAML_SYNTAX").contains("INTERNAL");
    assertThat(type("explain", "CYCLE", "--json").out())
        .contains("\"schema\" : \"assize.explain/1\"")
        .contains("\"exitCode\" : 2");
    assertThat(type("explain", "CYCEL").err())
        .startsWith("UNKNOWN_CODE: There is no error code `CYCEL`. Did you mean `CYCLE`?");
  }

  @Test
  void a_draft_passes_check_and_is_never_overwritten() throws IOException {
    Path sample = folder.resolve("landing/victims/return_2026-11-16.csv");
    Files.createDirectories(sample.getParent());
    Files.writeString(sample, "Ref No,Date\nR1,26/10/2026\nR2,27/10/2026\n");

    Typed drafted =
        type("new", "victims/referral", "--from", "landing/victims/return_2026-11-16.csv");

    assertThat(drafted.exitCode()).isZero();
    assertThat(drafted.out())
        .startsWith("schemas/victims/_domain.yaml: fill in the owner\n")
        .contains("schemas/victims/referral.odcs.yaml: 2 columns; key ref_no; times dd/MM/yyyy\n")
        .contains("Fill in 3 descriptions, then: assize check\n")
        .contains("landing: victims/return_{delivery_date}.csv\n");
    assertThat(type("check").out()).isEqualTo("No problems: 5 tables in 2 domains.\n");
    assertThat(type("new", "victims/referral", "--from", sample.toString()).err())
        .startsWith("USAGE: The table `victims/referral` has a contract already.");
  }

  @Test
  void a_query_is_drafted_where_it_stands() throws IOException {
    Files.writeString(
        folder.resolve("jobs/example/busy.sql"), "SELECT court FROM example_curated.hearing");
    house.yielded =
        List.of(
            new QueryColumn("court", "string", true, true),
            new QueryColumn("n", "bigint", false, false));

    Typed drafted = type("new", "--from", "jobs/example/busy.sql");

    assertThat(drafted.out())
        .isEqualTo(
            """
            schemas/example/busy.odcs.yaml: 2 columns; key court
              `court` is a key and may be NULL: coalesce it in the query.
            Fill in 3 descriptions, then: assize check
            """);
    assertThat(type("check").out()).isEqualTo("No problems: 4 tables in 1 domain.\n");
  }

  @Test
  void a_query_elsewhere_or_over_unknown_tables_is_refused() throws IOException {
    Files.writeString(folder.resolve("a.sql"), "SELECT 1");
    Files.writeString(
        folder.resolve("jobs/example/b.sql"), "SELECT 1 FROM example_curated.haering");

    assertThat(type("new", "--from", "a.sql").err())
        .startsWith("USAGE: The new table has no name. Write domain/table before --from.");
    assertThat(type("new", "example/a", "--from", "a.sql").err())
        .startsWith("USAGE: The query of `example/a` stands elsewhere")
        .contains("Move it to jobs/example/a.sql.");
    assertThat(type("new", "--from", "jobs/example/b.sql").err())
        .startsWith("jobs/example/b.sql:1: UNKNOWN_TABLE: No table is called")
        .contains("Did you mean `example_curated.hearing`?");
  }

  @Test
  void a_draft_needs_a_name_and_a_file() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    assertThat(type("new", "Victims", "--from", "a.csv").err())
        .startsWith("USAGE: `Victims` is no name of a table.");
    assertThat(type("new", "victims/referral", "--from", "x.csv").err())
        .startsWith("USAGE: There is no file `x.csv`.");
  }

  @Test
  void a_doctor_finds_a_fresh_workspace_well_and_a_missing_landing_not_ready() throws IOException {
    Typed well = type("doctor", "--json");
    spoil("assize.yaml", "landing: landing", "landing: nowhere");
    Typed ill = type("doctor");

    assertThat(well.exitCode()).isZero();
    assertThat(well.out()).contains("\"schema\" : \"assize.doctor/1\"").doesNotContain("FAULT");
    assertThat(ill.exitCode()).isEqualTo(5);
    assertThat(ill.out()).contains("fault  landing").contains("does not exist");
  }

  @Test
  void a_doctor_needs_no_workspace(@TempDir Path elsewhere) {
    assertThat(Typed.in(elsewhere, house, "doctor", "--quiet")).isEqualTo(new Typed(0, "", ""));
  }

  private static TableState state(Optional<Long> version, List<String> held) {
    return new TableState(
        HEARING,
        version,
        Optional.of(Instant.parse("2026-11-23T08:00:00Z")),
        Optional.of("run0"),
        held);
  }

  private void spoil(String file, String good, String bad) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(good, bad));
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
