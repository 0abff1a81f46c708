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
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.PipelineRun.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of pipelines looked at and run again; it is Monday 23 November 2026, nine in London. */
class RunnerVerbsTest {

  private static final String ID = "example__0_5_x_x_x__Europe_London";
  private static final String OCCASION = "2026-11-22T05:00:00Z/2026-11-23T05:00:00Z";
  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");
  private static final DatasetName BY_COURT =
      new DatasetName("example", Layer.PUBLISHED, "hearings_by_court");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void a_workspace_with_a_schedule() throws IOException {
    Starter.EXAMPLE.write(folder);
    write(
        "schemas/example/_domain.yaml",
        "owner: Courts\nschedule: {cron: '0 5 * * *', timezone: Europe/London}\n");
  }

  @Test
  void logs_tell_of_each_task_what_the_ledger_knows() {
    hearingFails();
    typed("scheduler", "--once");

    Typed told = typed("logs", "example");

    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .isEqualTo(
            "Mon 23 Nov 09:00  "
                + ID
                + "  failed, due Mon 23 Nov 05:00, run run1\n"
                + "\n"
                + "hearing  failed, 2.0 s\n"
                + "  example/court_list up to date\n"
                + "  example/hearing failed\n"
                + "    TABLE_FAILED: It broke. A cause. Mend it.\n"
                + "  → assize run show run1\n"
                + "\n"
                + "hearings_by_court  passed over\n"
                + "  example/hearings_by_court skipped: example_curated.hearing failed\n"
                + "  → assize run show run1\n");
    assertThat(typed("logs", ID, "--run", "ru", "--table", "hearings_by_court").out())
        .contains("hearings_by_court  passed over")
        .doesNotContain("TABLE_FAILED");
  }

  @Test
  void a_hold_says_where_to_look() {
    house.engine.will(
        new TableOutcome(
            BY_COURT,
            Status.HELD,
            Optional.of("b1"),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "held by minutes_range",
            Duration.ZERO));
    typed("scheduler", "--once");

    assertThat(typed("logs", "example", "--table", "example/hearings_by_court").out())
        .contains("  example/hearings_by_court held: held by minutes_range\n")
        .contains("    Look at it: assize quality candidate b1\n");
  }

  @Test
  void what_failed_runs_again_when_a_scheduler_looks() {
    hearingFails();
    typed("scheduler", "--once");
    house.engine.outcomes.clear();

    Typed dry = typed("rerun", "example", "--failed", "--dry-run");
    assertThat(typed("scheduler", "--once").out()).isEmpty();
    Typed real = typed("rerun", "example", "--failed");

    assertThat(dry.out())
        .isEqualTo("again hearing\nagain hearings_by_court\n" + ID + ", run run1: nothing done.\n");
    assertThat(real.out()).endsWith(ID + ", run run1: due once more.\n");
    assertThat(typed("status").out()).contains(ID + "  waiting");
    assertThat(typed("logs", "example").out()).contains("hearing  waiting\n");
    Typed waiting = typed("rerun", "example");
    assertThat(waiting.exitCode()).isEqualTo(6);
    assertThat(waiting.err())
        .startsWith(
            "RUN_UNDER_WAY: Run "
                + OCCASION
                + " of "
                + ID
                + " has not ended. It stands as: waiting.");
    assertThat(typed("scheduler", "--once").out()).contains("begun, due", "done, due");
    assertThat(typed("rerun", "example", "--failed").out())
        .isEqualTo(ID + ", run run1: nothing to do.\n");
    assertThat(house.engine.book.runs()).singleElement().matches(run -> run.state() == State.DONE);
  }

  @Test
  void a_whole_run_of_a_paused_pipeline_waits_and_that_is_said() {
    typed("scheduler", "--once");
    typed("pause", "example");

    Typed told = typed("rerun", "example", "--run", OCCASION);

    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .contains("again hearing\n")
        .endsWith("It waits: the pipeline is paused. Let it begin: assize resume " + ID + "\n");
    assertThat(typed("status").out()).contains("waiting, paused");
    assertThat(typed("scheduler", "--once").out()).isEmpty();
    typed("resume", "example");
    assertThat(typed("scheduler", "--once").out()).contains("done, due");
  }

  @Test
  void who_names_what_is_not_there_is_told_what_is() {
    assertThat(typed("logs", "exampel").err())
        .startsWith("USAGE: No pipeline or domain is called `exampel`. Did you mean `example`?");
    assertThat(typed("logs", "example").err()).startsWith("USAGE: " + ID + " has not begun yet.");
    assertThat(typed("rerun", "example", "--run", "x").err())
        .startsWith("USAGE: No run of " + ID + " begins with `x`. It has not begun yet.");
    typed("scheduler", "--once");
    assertThat(typed("logs", "example", "--run", "rum1").err())
        .startsWith("USAGE: No run of " + ID + " begins with `rum1`. Did you mean `run1`?");
    Typed table = typed("logs", "example", "--table", "hearings");
    assertThat(table.exitCode()).isEqualTo(2);
    assertThat(table.err())
        .startsWith("USAGE: No table `hearings` is run by " + ID + ". Did you mean");
  }

  @Test
  void an_airflow_that_cannot_be_asked_fails_a_verb_before_an_engine_starts() throws IOException {
    write("assize.yaml", "environments: {prod: {airflow: {url: 'http://127.0.0.1:1'}}}");

    for (String verb : List.of("status", "pause example", "logs example", "rerun example")) {
      Typed unasked = typed((verb + " --env prod").split(" "));

      assertThat(unasked.exitCode()).isEqualTo(2);
      assertThat(unasked.err()).startsWith("USAGE: The password for Airflow is missing.");
    }
    assertThat(house.engine.opened).isZero();
  }

  private void hearingFails() {
    var problem =
        new Problem(ErrorCode.TABLE_FAILED, Place.NOWHERE, "It broke.", "A cause.", "Mend it.");
    house.engine.will(TableOutcome.failed(HEARING, List.of(problem), Duration.ofSeconds(2)));
  }

  private Typed typed(String... words) {
    return Typed.in(folder, house, words);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }
}
