package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("airflow")
@ExtendWith(RealAirflow.class)
class RunsTest {

  private static final RunInterval ONE_DAY =
      new RunInterval(Instant.parse("2026-03-20T02:00:00Z"), Instant.parse("2026-03-21T02:00:00Z"));
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private static AirflowServer server;

  @BeforeAll
  static void open(Running airflow) {
    server = airflow.open();
    server.dags().unpause("day");
  }

  @Test
  void a_run_for_an_interval_covers_it_and_its_log_can_be_read() {
    DagRun run =
        server.runs().trigger(Trigger.of("day").over(ONE_DAY).named("named:a+b~c").noted("why, é"));
    assertThat(run.state()).isEqualTo(RunState.QUEUED);

    DagRun ended = server.runs().await(run, LONG_ENOUGH);

    assertThat(ended.state()).isEqualTo(RunState.SUCCESS);
    assertThat(ended.type()).isEqualTo(RunType.MANUAL);
    assertThat(ended.id()).isEqualTo("named:a+b~c");
    assertThat(ended.interval()).contains(ONE_DAY);
    assertThat(ended.logicalDate()).contains(ONE_DAY.start());
    assertThat(ended.note()).contains("why, é");
    assertThat(server.runs().find("day", "named:a+b~c")).contains(ended);
    List<TaskRun> tasks = server.tasks().of("day", ended.id());
    assertThat(tasks).extracting(TaskRun::taskId).containsExactly("count", "publish");
    assertThat(tasks).extracting(TaskRun::state).containsOnly(TaskState.SUCCESS);
    assertThat(server.tasks().log("day", ended.id(), tasks.get(0)))
        .extracting(LogLine::text)
        .contains("from 2026-03-20 02:00:00+00:00 to 2026-03-21 02:00:00+00:00: für Zoë");
    assertThat(server.assets().eventsOf("day", ended.id()))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.asset()).isEqualTo("figures");
              assertThat(event.extra()).containsEntry("rows", 3);
            });
  }

  @Test
  void a_run_without_an_interval_has_none() {
    DagRun run = server.runs().trigger(Trigger.of("day").named("without"));

    assertThat(run.interval()).isEmpty();
    assertThat(run.logicalDate()).isEmpty();
  }

  @Test
  void a_run_that_failed_says_why_and_is_run_again_whole_or_from_where_it_failed() {
    DagRun run =
        server.runs().trigger(Trigger.of("day").named("told-to-fail").with(Map.of("fail", true)));
    assertThat(server.runs().await(run, LONG_ENOUGH).state()).isEqualTo(RunState.FAILED);
    List<TaskRun> failed = server.tasks().of("day", run.id());
    assertThat(failed)
        .extracting(TaskRun::state)
        .containsExactlyInAnyOrder(TaskState.FAILED, TaskState.UPSTREAM_FAILED);
    TaskRun count = task(failed, "count");
    assertThat(server.tasks().log("day", run.id(), count))
        .anySatisfy(line -> assertThat(line.text()).contains("ValueError: told to fail"));

    DagRun again = server.runs().rerunFailed("day", run.id());
    assertThat(again.state()).isEqualTo(RunState.QUEUED);
    assertThat(server.runs().await(again, LONG_ENOUGH).state()).isEqualTo(RunState.FAILED);

    TaskRun second = task(server.tasks().of("day", run.id()), "count");
    assertThat(second.tryNumber()).isEqualTo(2);
    assertThat(server.tasks().log("day", run.id(), second, 1)).isNotEmpty();
    server.runs().rerunAll("day", run.id());
    DagRun ended = server.runs().fail("day", run.id());
    assertThat(ended.state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void a_run_id_that_is_taken_and_a_date_that_is_taken_are_conflicts() {
    Instant start = Instant.parse("2026-04-01T01:00:00Z");
    var interval = new RunInterval(start, start.plus(Duration.ofDays(1)));
    server.runs().trigger(Trigger.of("day").over(interval).named("taken"));

    String sameId =
        Codes.of(
            ErrorCode.AIRFLOW_CONFLICT,
            () -> server.runs().trigger(Trigger.of("day").named("taken")));
    String sameDate =
        Codes.of(
            ErrorCode.AIRFLOW_CONFLICT,
            () -> server.runs().trigger(Trigger.of("day").over(interval).named("other")));

    assertThat(sameId).contains("did not make a run of DAG day", "It answered 409");
    assertThat(sameDate).contains("It answered 409").doesNotContain("INSERT");
  }

  @Test
  void a_run_of_no_dag_is_not_found_and_a_run_id_that_airflow_keeps_for_itself_is_refused() {
    String noDag =
        Codes.of(
            ErrorCode.AIRFLOW_NOT_FOUND, () -> server.runs().trigger(Trigger.of("no such dag")));
    String reserved =
        Codes.of(
            ErrorCode.AIRFLOW_FAILED,
            () -> server.runs().trigger(Trigger.of("day").named("scheduled__2026")));

    assertThat(noDag).contains("It answered 404", "no such dag");
    assertThat(reserved).contains("It answered 400");
    assertThat(server.runs().find("day", "no such run")).isEmpty();
    assertThat(server.runs().find("no such dag", "no such run")).isEmpty();
  }

  @Test
  void lists_come_whole_whatever_the_size_of_a_page_and_can_be_narrowed() {
    Instant first = Instant.parse("2025-01-01T02:00:00Z");
    server.dags().pause("day");
    for (int i = 0; i < 103; i++) {
      Instant start = first.plus(Duration.ofHours(i));
      var interval = new RunInterval(start, start.plusSeconds(3600));
      server.runs().trigger(Trigger.of("day").over(interval).named("many-" + i));
    }
    RunQuery many = RunQuery.of("day").between(first, first.plus(Duration.ofHours(103)));

    assertThat(server.runs().list(many))
        .extracting(DagRun::id)
        .doesNotHaveDuplicates()
        .hasSize(103);
    assertThat(server.runs().list(many.newest(2))).extracting(DagRun::type).hasSize(2);
    assertThat(server.runs().list(many.in(RunState.SUCCESS))).isEmpty();
    assertThat(server.runs().list(RunQuery.ofAllDags().in(RunState.QUEUED)))
        .hasSizeGreaterThanOrEqualTo(103);
    server.runs().list(many).forEach(run -> server.runs().fail("day", run.id()));
    server.dags().unpause("day");
  }

  private static TaskRun task(List<TaskRun> tasks, String id) {
    return tasks.stream().filter(task -> task.taskId().equals(id)).findFirst().orElseThrow();
  }
}
