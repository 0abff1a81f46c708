package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.Heartbeat.Beat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules as a person meets them; it is Monday 23 November 2026, nine in London. */
class ScheduleVerbsTest {

  private static final String ID = "example__0_5_x_x_x__Europe_London";
  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");

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
  void what_is_due_runs_once() {
    Typed first = typed("scheduler", "--once");
    Typed second = typed("scheduler", "--once");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .isEqualTo(
            "Mon 23 Nov 09:00  "
                + ID
                + "  begun, due Mon 23 Nov 05:00\n"
                + "Mon 23 Nov 09:00  "
                + ID
                + "  done, due Mon 23 Nov 05:00, run run1\n");
    assertThat(house.engine.ran).hasSize(3);
    assertThat(house.engine.recorded).hasSize(1);
    assertThat(second.out()).isEmpty();
    assertThat(typed("status").out())
        .contains("pipeline", ID + "  done      Mon 23 Nov 05:00  Tue 24 Nov 05:00");
  }

  @Test
  void the_exit_code_tells_how_it_ended() {
    house.engine.will(
        TableOutcome.failed(
            HEARING,
            List.of(new Problem(ErrorCode.TABLE_FAILED, Place.NOWHERE, "", "", "")),
            Duration.ZERO));

    Typed failed = typed("scheduler", "--once");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).contains("failed, due Mon 23 Nov 05:00");
  }

  @Test
  void a_second_scheduler_is_refused_while_the_first_one_lives() {
    Instant now = Typed.CLOCK.instant();
    house.engine.heartbeat.beat(Beat.of("another", now.minusSeconds(20)));

    Typed refused = typed("scheduler", "--once");

    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err())
        .contains("SCHEDULER_RUNNING: A scheduler of this warehouse runs on ")
        .contains("was heard of 20 s ago");
    assertThat(house.engine.ran).isEmpty();
    house.engine.heartbeat.beat(Beat.of("another", now.minusSeconds(91)));
    assertThat(typed("scheduler", "--once").exitCode()).isZero();
    assertThat(house.engine.heartbeat.last()).isEmpty();
  }

  @Test
  void no_pipeline_at_once_is_refused() {
    assertThat(typed("scheduler", "--at-once", "0").err())
        .startsWith("USAGE: `--at-once` is 1 or more, not 0.");
  }

  @Test
  void a_hold_has_its_exit_code() {
    house.engine.will(TableOutcome.of(HEARING, Status.HELD, ""));

    assertThat(typed("scheduler", "--once").exitCode()).isEqualTo(4);
  }

  @Test
  void paused_pipelines_wait() {
    assertThat(typed("pause", "example").out()).isEqualTo(ID + " paused\n");
    assertThat(typed("scheduler", "--once").out()).isEmpty();
    assertThat(typed("status").out()).contains("never begun, paused");

    assertThat(typed("resume", ID).out()).isEqualTo(ID + " may begin again\n");
    assertThat(typed("scheduler", "--once").out()).contains("done");
    assertThat(typed("pause", "exmple").err())
        .startsWith("USAGE: No pipeline or domain is called `exmple`. Did you mean `example`?");
  }

  @Test
  void dags_are_written_for_airflow_and_compared() throws IOException {
    Typed nowhere = typed("airflow", "generate");
    Typed written = typed("airflow", "generate", "--out", folder.resolve("dags").toString());

    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).startsWith("USAGE: Nothing says where DAGs are written.");
    assertThat(written.out()).contains("add " + ID + ".json", "1 pipeline, 5 files changed.");
    assertThat(folder.resolve("dags/" + ID + ".json"))
        .content()
        .contains("\"tables\" : [\n        \"example/hearing\"\n      ]");

    write("assize.yaml", "environments: {prod: {airflow: {dags: dags, command: [/opt/assize]}}}\n");
    Typed differs = typed("airflow", "generate", "--check", "--env", "prod");
    assertThat(differs.exitCode()).isEqualTo(1);
    assertThat(differs.out())
        .isEqualTo("change " + ID + ".json\n1 pipeline, 1 file would change.\n");
    assertThat(typed("airflow", "generate", "--env", "prod").exitCode()).isZero();
    assertThat(typed("airflow", "generate", "--check", "--env", "prod").out())
        .isEqualTo("1 pipeline, no file differs.\n");
    assertThat(folder.resolve("dags/" + ID + ".json"))
        .content()
        .contains("\"/opt/assize\",\n    \"run\",\n    \"--quiet\",\n    \"--env\",\n    \"prod\"");
  }

  @Test
  void a_time_that_clocks_skip_is_told() throws IOException {
    write(
        "schemas/example/_domain.yaml",
        "schedule: {cron: '30 1 * * *', timezone: Europe/London}\n");

    Typed checked = typed("check");

    assertThat(checked.exitCode()).isZero();
    assertThat(checked.err())
        .isEqualTo(
            "schemas/example/hearing.odcs.yaml:1: SCHEDULE_SKIPPED: `30 1 * * *` comes at a time"
                + " that clocks skip. In Europe/London there is no 01:30 on 2027-03-28; that run"
                + " begins later. Choose another hour, or leave it if that does not matter.\n");
  }

  private Typed typed(String... words) {
    return Typed.in(folder, house, words);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }
}
