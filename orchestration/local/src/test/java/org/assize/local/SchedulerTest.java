package org.assize.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Cron;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Runs;
import org.assize.contract.Schedule;
import org.assize.contract.Schedule.Missed;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static final DatasetName TAKINGS = new DatasetName("shop", Layer.PUBLISHED, "takings");

  private final MemoryBook book = new MemoryBook();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final List<String> ran = new ArrayList<>();
  private final Map<String, Integer> exitCodes = new HashMap<>();
  private final Map<DatasetName, Long> versions = new HashMap<>();
  private final List<Runnable> waiting = new ArrayList<>();

  @Test
  void a_pipeline_runs_once_for_each_interval_when_it_has_passed() {
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));

    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-20T09:01:00Z");
    assertThat(occasions(State.DONE)).containsExactly("2026-11-19T05:00:00Z/2026-11-20T05:00:00Z");
    at(scheduler, "2026-11-21T04:59:59Z");
    assertThat(ran).hasSize(1);
    at(scheduler, "2026-11-21T05:00:00Z", "2026-11-21T05:01:00Z");
    assertThat(occasions(State.DONE))
        .containsExactly(
            "2026-11-19T05:00:00Z/2026-11-20T05:00:00Z",
            "2026-11-20T05:00:00Z/2026-11-21T05:00:00Z");
  }

  @Test
  void what_was_missed_is_made_up_for_as_the_schedule_says() {
    Pipeline all = daily("all", Missed.ALL);
    Pipeline last = daily("last", Missed.LAST);
    Pipeline none = daily("none", Missed.NONE);
    at(scheduler(all, last, none), "2026-11-21T05:00:00Z");
    ran.clear();

    clock.set("2026-11-24T09:00:00Z");
    Scheduler later = scheduler(all, last, none);
    at(later, "2026-11-24T09:00:00Z", "2026-11-24T09:01:00Z", "2026-11-24T09:02:00Z");

    assertThat(ran).containsExactlyInAnyOrder("all", "all", "all", "last");
    assertThat(occasions(State.PASSED_OVER)).hasSize(2 + 3);
    ran.clear();
    at(later, "2026-11-25T05:00:00Z");
    assertThat(ran).containsExactlyInAnyOrder("all", "last", "none");
  }

  @Test
  void a_first_day_begins_the_history() {
    var schedule =
        new Schedule(
            Cron.parse("0 5 * * *"),
            ZoneId.of("UTC"),
            Optional.of(LocalDate.parse("2026-11-17")),
            Missed.ALL);

    Scheduler scheduler = scheduler(pipeline("shop", Optional.of(schedule), List.of()));
    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-20T09:01:00Z", "2026-11-20T09:02:00Z");

    assertThat(occasions(State.DONE))
        .containsExactly(
            "2026-11-17T05:00:00Z/2026-11-18T05:00:00Z",
            "2026-11-18T05:00:00Z/2026-11-19T05:00:00Z",
            "2026-11-19T05:00:00Z/2026-11-20T05:00:00Z");
  }

  @Test
  void passing_failures_are_tried_again_later_and_later_and_then_given_up() {
    exitCodes.put("shop", 6);
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));

    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-20T09:00:59Z");
    assertThat(ran).hasSize(1);
    at(scheduler, "2026-11-20T09:01:00Z", "2026-11-20T09:02:59Z");
    assertThat(ran).hasSize(2);
    at(scheduler, "2026-11-20T09:03:00Z", "2026-11-20T19:00:00Z");

    assertThat(ran).hasSize(3);
    assertThat(book.runs()).singleElement().extracting(PipelineRun::state).isEqualTo(State.FAILED);
    assertThat(book.lines)
        .extracting(PipelineRun::state)
        .containsExactly(
            State.BEGUN, State.AGAIN, State.BEGUN, State.AGAIN, State.BEGUN, State.FAILED);
  }

  @Test
  void a_passing_failure_beside_tables_that_are_done_is_tried_again_too() {
    exitCodes.put("shop", 36);
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));

    at(scheduler, "2026-11-20T09:00:00Z");
    assertThat(occasions(State.AGAIN)).hasSize(1);
    exitCodes.put("shop", 0);
    at(scheduler, "2026-11-20T09:01:00Z");

    assertThat(occasions(State.DONE)).hasSize(1);
  }

  @Test
  void what_would_fail_again_is_not_tried_again() {
    exitCodes.put("failing", 1);
    exitCodes.put("held", 4);
    exitCodes.put("partly", 3);
    Scheduler scheduler =
        scheduler(
            daily("failing", Missed.LAST),
            daily("held", Missed.LAST),
            daily("partly", Missed.LAST));

    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-20T12:00:00Z");

    assertThat(ran).containsExactlyInAnyOrder("failing", "held", "partly");
    assertThat(occasions(State.FAILED)).hasSize(2);
    assertThat(occasions(State.HELD)).hasSize(1);
  }

  @Test
  void a_run_that_somebody_wants_once_more_begins_anew_with_all_its_attempts() {
    exitCodes.put("shop", 1);
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));
    at(scheduler, "2026-11-20T09:00:00Z");
    book.write(List.of(book.runs().get(0).wanted(clock.instant())));

    exitCodes.put("shop", 6);
    at(scheduler, "2026-11-20T10:00:00Z", "2026-11-20T10:01:00Z");
    exitCodes.put("shop", 0);
    at(scheduler, "2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z");

    assertThat(book.lines)
        .extracting(PipelineRun::state)
        .containsExactly(
            State.BEGUN,
            State.FAILED,
            State.WAITING,
            State.BEGUN,
            State.AGAIN,
            State.BEGUN,
            State.AGAIN,
            State.BEGUN,
            State.DONE);
    assertThat(book.runs()).singleElement().extracting(PipelineRun::attempt).isEqualTo(3);
  }

  @Test
  void a_runner_that_breaks_is_tried_again() {
    exitCodes.put("shop", -1);
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));
    at(scheduler, "2026-11-20T09:00:00Z");

    exitCodes.put("shop", 0);
    at(scheduler, "2026-11-20T09:01:00Z");

    assertThat(book.lines)
        .extracting(PipelineRun::state)
        .containsExactly(State.BEGUN, State.AGAIN, State.BEGUN, State.DONE);
  }

  @Test
  void paused_pipelines_do_not_begin_and_go_on_when_they_may() {
    Scheduler scheduler = scheduler(daily("shop", Missed.LAST));
    book.pause("shop", true, "somebody");
    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z");
    assertThat(ran).isEmpty();

    book.pause("shop", false, "somebody");
    at(scheduler, "2026-11-21T10:00:00Z");

    assertThat(occasions(State.DONE)).containsExactly("2026-11-20T05:00:00Z/2026-11-21T05:00:00Z");
  }

  @Test
  void dependents_wait_for_a_late_upstream_and_then_run_in_order() {
    exitCodes.put("shop", 5);
    Scheduler scheduler =
        scheduler(List.of("court"), daily("shop", Missed.LAST), daily("court", Missed.LAST));

    at(scheduler, "2026-11-20T09:00:00Z", "2026-11-20T09:00:30Z");
    assertThat(ran).containsExactly("shop");
    exitCodes.put("shop", 0);
    at(scheduler, "2026-11-20T09:01:00Z", "2026-11-20T09:02:00Z");

    assertThat(ran).containsExactly("shop", "shop", "court");
  }

  @Test
  void a_pipeline_without_a_schedule_runs_when_what_it_awaits_was_published() {
    Scheduler scheduler = scheduler(pipeline("court", Optional.empty(), List.of(TAKINGS)));
    at(scheduler, "2026-11-20T09:00:00Z");
    assertThat(ran).isEmpty();

    versions.put(TAKINGS, 3L);
    at(scheduler, "2026-11-20T09:01:00Z", "2026-11-20T09:02:00Z");
    assertThat(ran).hasSize(1);
    versions.put(TAKINGS, 4L);
    at(scheduler, "2026-11-20T09:03:00Z");

    assertThat(occasions(State.DONE))
        .containsExactly("shop_published.takings@3", "shop_published.takings@4");
  }

  @Test
  void one_team_never_takes_more_than_its_slots() {
    Scheduler scheduler =
        new Scheduler(
            List.of(
                daily("one", Missed.LAST), daily("two", Missed.LAST), daily("six", Missed.LAST)),
            id -> Set.of(),
            book,
            this::run,
            tables -> versions,
            run -> {},
            clock,
            waiting::add,
            10);

    assertThat(scheduler.tick()).isEqualTo(2);
    assertThat(scheduler.tick()).isEqualTo(2);
    waiting.forEach(Runnable::run);
    assertThat(scheduler.tick()).isEqualTo(1);
  }

  private Scheduler scheduler(Pipeline... pipelines) {
    return scheduler(List.of(), pipelines);
  }

  private Scheduler scheduler(List<String> afterShop, Pipeline... pipelines) {
    return new Scheduler(
        List.of(pipelines),
        id -> afterShop.contains(id) ? Set.of("shop") : Set.of(),
        book,
        this::run,
        tables -> versions,
        run -> {},
        clock,
        Runnable::run,
        10);
  }

  private void at(Scheduler scheduler, String... times) {
    for (String time : times) {
      clock.set(time);
      scheduler.tick();
    }
  }

  private RunReport run(Pipeline pipeline) {
    ran.add(pipeline.id());
    int exitCode = exitCodes.getOrDefault(pipeline.id(), 0);
    if (exitCode < 0) {
      throw new IllegalStateException("broken");
    }
    return report(exitCode);
  }

  private RunReport report(int exitCode) {
    TableOutcome done = TableOutcome.of(TAKINGS, Status.COMMITTED, "");
    List<TableOutcome> tables =
        switch (exitCode) {
          case 0 -> List.of(done);
          case 4 -> List.of(TableOutcome.of(TAKINGS, Status.HELD, ""));
          case 5 -> List.of(TableOutcome.of(TAKINGS, Status.NOT_READY, ""));
          case 1 -> List.of(failed(ErrorCode.TABLE_FAILED));
          case 3 -> List.of(done, failed(ErrorCode.TABLE_FAILED));
          case 36 -> List.of(done, failed(ErrorCode.RUN_TIMED_OUT));
          default -> List.of(failed(ErrorCode.CONFLICT));
        };
    return new RunReport("r", "default", clock.instant(), clock.instant(), tables);
  }

  private static TableOutcome failed(ErrorCode code) {
    return TableOutcome.failed(
        TAKINGS, List.of(new Problem(code, Place.NOWHERE, "", "", "")), Duration.ZERO);
  }

  private List<String> occasions(State state) {
    return book.runs().stream()
        .filter(run -> run.state() == state)
        .map(PipelineRun::occasion)
        .toList();
  }

  private static Pipeline daily(String id, Missed missed) {
    return pipeline(
        id,
        Optional.of(
            new Schedule(Cron.parse("0 5 * * *"), ZoneOffset.UTC, Optional.empty(), missed)),
        List.of());
  }

  private static Pipeline pipeline(
      String id, Optional<Schedule> schedule, List<DatasetName> awaited) {
    return new Pipeline(
        id,
        "shop",
        "",
        new Runs(2, Duration.ofHours(1), 2, Duration.ofMinutes(1)),
        schedule,
        awaited,
        List.of(new Task("takings", List.of(TAKINGS), Set.of(), false)));
  }
}
