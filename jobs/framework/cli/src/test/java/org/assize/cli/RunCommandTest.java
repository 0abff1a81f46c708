package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final DatasetName RAW = new DatasetName("example", Layer.RAW, "court_list");
  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void every_table_runs_where_none_is_chosen_inputs_first() {
    Typed typed = run("run");

    assertThat(house.engine.ran)
        .extracting(task -> task.table().selector())
        .containsExactly("example/court_list", "example/hearing", "example/hearings_by_court");
    assertThat(typed).isEqualTo(new Typed(0, "Nothing to do: 3 tables are up to date\n", ""));
  }

  @Test
  void events_that_reach_nobody_are_said_once_and_fail_nothing() throws IOException {
    Path settings = folder.resolve("assize.yaml");
    Files.writeString(
        settings, Files.readString(settings) + "\nlineage: {url: 'http://localhost:1'}\n");
    house.engine.will(raw());

    Typed typed = run("run");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.err())
        .startsWith("Lineage: 2 of 2 events reached nobody: localhost cannot be reached: ")
        .hasLineCount(1);
    assertThat(house.engine.recorded).hasSize(1);
  }

  @Test
  void the_engine_keeps_the_report_and_is_closed() {
    run("run");

    assertThat(house.engine.recorded).hasSize(1);
    assertThat(house.engine.closed).isEqualTo(1);
  }

  @Test
  void rows_are_shown_as_a_sum_and_quarantined_ones_with_the_next_command() {
    house.engine.will(raw());
    house.engine.will(hearing(Status.COMMITTED_WITH_WARNINGS));

    Typed typed = run("run");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            table               outcome         read  = committed  + quarantined  + repeats  version   time
            example/court_list  committed      4,812      = 4,812                                  3  0.8 s
            example/hearing     with warnings  4,812      = 4,790           + 17        + 5       12  1.2 s
            and 1 table is up to date
              example/hearing  rows that broke a rule: heard_on_type 16, minutes_minimum 1
                → assize quarantine list example/hearing
            Run run1 took 0.0 s: 1 committed, 1 with warnings.
            """);
  }

  @Test
  void a_hold_ends_with_4_and_says_how_to_decide() {
    house.engine.will(raw());
    house.engine.will(
        new TableOutcome(
            HEARING,
            Status.HELD,
            Optional.of("3f2a9c"),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "fewer than 1,000 rows",
            Duration.ofSeconds(1)));

    Typed typed = run("run");

    assertThat(typed.exitCode()).isEqualTo(4);
    assertThat(typed.out())
        .contains(
            """
              example/hearing  held: fewer than 1,000 rows
                → assize quality accept 3f2a9c --reason "…"
                → assize quality drop 3f2a9c --reason "…"
              example/hearings_by_court  skipped: example_curated.hearing is held
            """);
  }

  @Test
  void a_failure_shows_its_problems_and_some_done_ends_with_3() {
    house.engine.will(raw());
    house.engine.will(failed(ErrorCode.TABLE_FAILED));

    Typed typed = run("run");

    assertThat(typed.exitCode()).isEqualTo(3);
    assertThat(typed.out())
        .contains(
            """
              example/hearing  failed
                TABLE_FAILED: Writing failed.
                → assize explain TABLE_FAILED
            """);
  }

  @Test
  void exit_codes_follow_what_happened() {
    house.engine.will(failed(RAW, ErrorCode.FILE_UNREADABLE));
    assertThat(run("run").exitCode()).isEqualTo(1);
    house.engine.will(failed(RAW, ErrorCode.DISK_FULL));
    assertThat(run("run").exitCode()).isEqualTo(6);
    house.engine.will(failed(RAW, ErrorCode.NO_PERMISSION));
    assertThat(run("run").exitCode()).isEqualTo(2);
    house.engine.will(TableOutcome.of(RAW, Status.NOT_READY, "no folder"));
    assertThat(run("run").exitCode()).isEqualTo(5);
    house.engine.will(TableOutcome.of(RAW, Status.DONE_ELSEWHERE, "done by run x"));
    assertThat(run("run").exitCode()).isZero();
  }

  @Test
  void json_alone_is_on_standard_output() {
    house.engine.will(raw());
    house.engine.will(hearing(Status.COMMITTED));

    Typed typed = run("run", "--json", "example/hearing");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.out())
        .isEqualTo(
            """
            {
              "schema" : "assize.run/1",
              "runId" : "run1",
              "environment" : "default",
              "bundle" : null,
              "startedAt" : "2026-11-23T09:00:00Z",
              "endedAt" : "2026-11-23T09:00:00Z",
              "exitCode" : 0,
              "nothingToDo" : false,
              "tables" : [
                {
                  "table" : "example_raw.court_list",
                  "selector" : "example/court_list",
                  "status" : "committed",
                  "batchId" : "b1",
                  "version" : 3,
                  "counts" : {
                    "records" : 4812,
                    "committed" : 4812
                  },
                  "broken" : { },
                  "problems" : [ ],
                  "note" : "",
                  "seconds" : 0.8
                },
                {
                  "table" : "example_curated.hearing",
                  "selector" : "example/hearing",
                  "status" : "committed",
                  "batchId" : "b2",
                  "version" : 12,
                  "counts" : {
                    "rows" : 4812,
                    "new" : 4700,
                    "superseding" : 90,
                    "repeats" : 5,
                    "quarantined" : 17
                  },
                  "broken" : {
                    "minutes_minimum" : 1,
                    "heard_on_type" : 16
                  },
                  "problems" : [ ],
                  "note" : "",
                  "seconds" : 1.2
                }
              ]
            }
            """);
  }

  @Test
  void an_unknown_table_suggests_the_nearest_and_starts_no_engine() {
    Typed typed = run("run", "example/haering");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).startsWith("UNKNOWN_TABLE: ").contains("`example/hearing`?");
    assertThat(house.engine.opened).isZero();
  }

  @Test
  void an_earlier_run_is_shown_by_the_beginning_of_its_id() {
    house.engine.will(raw());
    Typed first = run("run");

    Typed shown = run("run", "show", "ru");

    assertThat(shown).isEqualTo(first);
    assertThat(run("run", "show", "x1").err())
        .startsWith("USAGE: No run's id begins with `x1`. Known: `run1`.");
  }

  @Test
  void a_run_that_failed_is_shown_without_failing() {
    house.engine.will(failed(RAW, ErrorCode.FILE_UNREADABLE));
    run("run");

    assertThat(run("run", "show", "run1").exitCode()).isZero();
  }

  private Typed run(String... words) {
    return Typed.in(folder, house, words);
  }

  private static TableOutcome raw() {
    return new TableOutcome(
        RAW,
        Status.COMMITTED,
        Optional.of("b1"),
        Optional.of(3L),
        counts(Counts.RECORDS, 4812L, Counts.COMMITTED, 4812L),
        Map.of(),
        List.of(),
        "",
        Duration.ofMillis(800));
  }

  private static TableOutcome hearing(Status status) {
    return new TableOutcome(
        HEARING,
        status,
        Optional.of("b2"),
        Optional.of(12L),
        counts(
            Counts.ROWS, 4812L,
            Counts.NEW, 4700L,
            Counts.SUPERSEDING, 90L,
            Counts.REPEATS, 5L,
            Counts.QUARANTINED, 17L),
        counts("minutes_minimum", 1L, "heard_on_type", 16L),
        List.of(),
        "",
        Duration.ofMillis(1200));
  }

  private static TableOutcome failed(ErrorCode code) {
    return failed(HEARING, code);
  }

  private static TableOutcome failed(DatasetName table, ErrorCode code) {
    return TableOutcome.failed(
        table,
        List.of(new Problem(code, Place.NOWHERE, "Writing failed.", "", "")),
        Duration.ofSeconds(1));
  }

  private static Map<String, Long> counts(Object... pairs) {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      counts.put((String) pairs[i], (Long) pairs[i + 1]);
    }
    return counts;
  }
}
