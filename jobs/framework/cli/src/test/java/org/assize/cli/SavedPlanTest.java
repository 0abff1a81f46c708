package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.Foreseen;
import org.assize.core.Foreseen.Work;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.Heartbeat.Beat;
import org.assize.core.schedule.PipelineRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans that are saved, approved and carried out; it is Monday 23 November 2026, nine in London.
 */
class SavedPlanTest {

  private static final DatasetName RAW = new DatasetName("example", Layer.RAW, "court_list");
  private static final DatasetName DAILY =
      new DatasetName("example", Layer.PUBLISHED, "hearings_by_court");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void a_workspace_with_a_table_of_days() throws IOException {
    Starter.EXAMPLE.write(folder);
    edit("hearing", "latestBy: [^}]*", "$0, interval: {column: heard_on, grain: day}");
    edit(
        "hearings_by_court",
        "load: .*",
        "load: {mode: replaceInterval, interval: {column: day, grain: day}}");
    edit("hearings_by_court", "properties:", "$0\n      - {name: day, logicalType: date}");
  }

  private void edit(String table, String pattern, String text) throws IOException {
    Path contract = folder.resolve("schemas/example/" + table + ".odcs.yaml");
    Files.writeString(contract, Files.readString(contract).replaceFirst(pattern, text));
  }

  @Test
  void a_saved_plan_is_carried_out_once() {
    house.engine.foreseen.put("example/court_list", foreseen(RAW, Work.RUN, 2));
    Typed saved = typed("plan", "--save");
    String id = house.engine.plans.plans().get(0).plan().id();

    assertThat(saved.out()).contains("Saved as plan " + id + ".\n  → assize run --plan " + id);
    house.engine.foreseen.put("example/court_list", foreseen(RAW, Work.RUN, 1));
    Typed run = typed("run", "--plan", id.substring(0, 4));
    Typed again = typed("run", "--plan", id);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(house.engine.ran).hasSize(3);
    assertThat(again.out()).isEqualTo("Plan " + id + " is done already.\n");
    assertThat(typed("plan", "list").out()).contains(id + "  run", "1 of 1");
    assertThat(typed("plan", "show", id).out()).contains("example/court_list", "whole", "done");
  }

  @Test
  void a_plan_that_no_longer_says_what_would_be_done_is_refused() throws IOException {
    house.engine.foreseen.put("example/court_list", foreseen(RAW, Work.RUN, 2));
    typed("plan", "--save");
    String id = house.engine.plans.plans().get(0).plan().id();
    house.engine.foreseen.put("example/court_list", foreseen(RAW, Work.RUN, 3));

    Typed more = typed("run", "--plan", id);
    Path query = folder.resolve("jobs/example/hearings_by_court.sql");
    Files.writeString(query, Files.readString(query) + "-- now otherwise\n");
    Typed other = typed("run", "--plan", id);

    assertThat(more.exitCode()).isEqualTo(2);
    assertThat(more.err())
        .startsWith("PLAN_OUTDATED: There is more to do than plan " + id)
        .contains("example/court_list");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .startsWith("PLAN_OUTDATED: Tables changed since plan " + id)
        .contains("example/hearings_by_court");
    assertThat(house.engine.ran).isEmpty();
  }

  @Test
  void where_approval_is_required_nothing_runs_before_it() throws IOException {
    Files.writeString(
        folder.resolve("assize.yaml"), "environments: {prod: {approval: required}}\n");
    Typed saved = typed("plan", "--save", "--env", "prod");
    String id = house.engine.plans.plans().get(0).plan().id();

    Typed early = typed("run", "--plan", id, "--env", "prod");
    Typed elsewhere = typed("run", "--plan", id);
    Typed approved = typed("plan", "approve", id, "--reason", "agreed", "--env", "prod");
    Typed run = typed("run", "--plan", id, "--env", "prod");

    assertThat(saved.out()).contains("assize plan approve " + id + " --env prod --reason");
    assertThat(early.exitCode()).isEqualTo(5);
    assertThat(early.err()).startsWith("PLAN_NOT_APPROVED: Nobody has approved plan " + id + ".");
    assertThat(elsewhere.err()).contains("was made for the environment `prod`");
    assertThat(approved.out()).startsWith("Plan " + id + " is approved by ");
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  @Test
  void a_backfill_goes_on_where_it_stopped() {
    Typed planned = backfill();
    String id = house.engine.plans.plans().get(0).plan().id();
    assertThat(planned.out())
        .contains("example/hearings_by_court  3", "assize backfill apply " + id);

    house.engine.will(TableOutcome.of(DAILY, Status.HELD, "too few"));
    Typed held = typed("backfill", "apply", id);
    house.engine.will(TableOutcome.of(DAILY, Status.COMMITTED, ""));
    Typed rest = typed("backfill", "apply", id);

    assertThat(held.exitCode()).isEqualTo(4);
    assertThat(held.out()).contains("step 1 of 3", "ended with 4", "goes on from here");
    assertThat(rest.exitCode()).isZero();
    assertThat(rest.out()).contains("step 3 of 3").endsWith(id + " is done: 3 steps.\n");
    assertThat(house.engine.ran)
        .extracting(task -> task.interval().orElseThrow().toString())
        .containsExactly(
            "2026-11-01T00:00:00Z/2026-11-06T00:00:00Z",
            "2026-11-01T00:00:00Z/2026-11-06T00:00:00Z",
            "2026-11-06T00:00:00Z/2026-11-11T00:00:00Z",
            "2026-11-11T00:00:00Z/2026-11-13T00:00:00Z");
    assertThat(typed("backfill", "apply", id).exitCode()).isZero();
    assertThat(house.engine.ran).hasSize(4);
  }

  @Test
  void a_backfill_does_not_meet_other_work() throws IOException {
    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"), "schedule: {cron: '0 5 * * *'}\n");
    backfill();
    String id = house.engine.plans.plans().get(0).plan().id();
    Instant now = Typed.CLOCK.instant();
    var run =
        new PipelineRun(
            "example__0_5_x_x_x__UTC",
            "o",
            now,
            PipelineRun.State.BEGUN,
            1,
            now,
            Optional.empty(),
            "");
    house.engine.book.write(List.of(run));
    house.engine.heartbeat.beat(Beat.of("another", now));

    Typed blocked = typed("backfill", "apply", id);

    assertThat(blocked.exitCode()).isEqualTo(5);
    assertThat(blocked.err())
        .startsWith("BACKFILL_BLOCKED: the pipeline example__0_5_x_x_x__UTC is running.");
    assertThat(house.engine.ran).isEmpty();
    house.engine.heartbeat.stop();
    assertThat(typed("backfill", "apply", id).exitCode()).isZero();
  }

  @Test
  void a_source_that_is_not_replayable_is_left_alone() throws IOException {
    edit("hearing", "format: csv", "$0, replayable: false");

    Typed planned = typed("backfill", "plan", "example/hearing", "--from", "2026-11-01");
    Typed restated = typed("run", "example/hearing", "--restate");

    assertThat(planned.exitCode()).as(planned.toString()).isEqualTo(2);
    assertThat(planned.err())
        .contains("NOT_REPLAYABLE: The source court_list of example_curated.hearing");
    assertThat(restated.exitCode()).isEqualTo(2);
    assertThat(restated.err()).contains("NOT_REPLAYABLE");
    assertThat(house.engine.ran).isEmpty();
  }

  @Test
  void wrong_words_are_told() {
    assertThat(typed("backfill", "plan").err()).startsWith("USAGE: A backfill must be told");
    assertThat(typed("backfill", "apply", "x").err()).startsWith("USAGE: No plan's id begins");
    assertThat(typed("run", "--plan", "x", "example").err())
        .startsWith("USAGE: `--plan` stands alone.");
  }

  private Typed backfill() {
    return typed(
        "backfill",
        "plan",
        "example/hearings_by_court",
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-13",
        "--batch",
        "5");
  }

  private static Foreseen foreseen(DatasetName table, Work work, long files) {
    return new Foreseen(
        table,
        work,
        "new files",
        files,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private Typed typed(String... words) {
    return Typed.in(folder, house, words);
  }
}
