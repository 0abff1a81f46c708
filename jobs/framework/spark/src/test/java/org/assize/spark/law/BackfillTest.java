package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assize.contract.problem.Problems;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome.Status;
import org.assize.core.Workspace;
import org.assize.core.plan.Backfill;
import org.assize.core.plan.PlanBook;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.SavedPlan;
import org.assize.core.plan.Step;
import org.assize.local.LocalRunner;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill gives what one full run gives, and leaves nothing to be done twice. */
@SparkTest
class BackfillTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void steps_of_some_days_give_the_table_of_one_full_run() {
    TestWorkspace full = twelveDays("full");
    full.run();
    TestWorkspace stepwise = twelveDays("stepwise");
    stepwise.run(RunListener.SILENT, java.util.Optional.empty(), false, "em/fix");

    List<Step> steps = steps(stepwise, 5, 12);
    steps.forEach(step -> assertThat(run(stepwise, step).exitCode()).isZero());

    assertThat(steps).hasSize(3);
    assertThat(stepwise.rows(Fixes.DAILY, "day", "fixes"))
        .hasSize(12)
        .isEqualTo(full.rows(Fixes.DAILY, "day", "fixes"));
    assertThat(TestWorkspace.outcome(stepwise.run(), Fixes.DAILY).status())
        .isEqualTo(Status.UP_TO_DATE);
  }

  @Test
  void what_a_backfill_left_out_and_what_came_after_it_is_still_computed() {
    TestWorkspace workspace = twelveDays("some");
    workspace.run(RunListener.SILENT, java.util.Optional.empty(), false, "em/fix");
    steps(workspace, 5, 10).forEach(step -> run(workspace, step));
    deliver(workspace, 99, 3);

    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).counts()).containsEntry("intervals", 3L);
    assertThat(workspace.rows(Fixes.DAILY, "day", "fixes")).hasSize(12);
    assertThat(workspace.query("SELECT max(fixes) FROM " + Fixes.DAILY).first().getLong(0))
        .isEqualTo(2);
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void saved_plans_are_there_for_the_next_process() {
    TestWorkspace workspace = Fixes.in(folder.resolve("kept"));
    List<Step> steps = steps(workspace, 5, 12);
    var plan =
        new SavedPlan("3f2a", SavedPlan.Kind.BACKFILL, "default", FIRST, "me", List.of(), steps);
    try (Engine one = workspace.engine();
        Engine two = workspace.engine()) {
      PlanBook book = one.plans();
      book.save(plan);
      book.approve("3f2a", "somebody else", "agreed");
      book.done("3f2a", 1, "run1");

      // Neither engine is closed: a process that dies closes none.
      PlanState state = two.plans().plans().get(0);
      assertThat(state.plan()).isEqualTo(plan);
      assertThat(state.approval().orElseThrow().who()).isEqualTo("somebody else");
      assertThat(state.open()).containsExactly(0, 2);
    }
  }

  private TestWorkspace twelveDays(String name) {
    TestWorkspace workspace = Fixes.in(folder.resolve(name));
    for (int day = 1; day <= 12; day++) {
      deliver(workspace, day, day);
    }
    return workspace;
  }

  private static void deliver(TestWorkspace workspace, int id, int day) {
    String at = "2026-03-%02dT10:00:00Z".formatted(day);
    workspace.deliver("fix/2026-03-13/" + id + ".jsonl", Fixes.fix(id, at, at, 51.5));
  }

  private static List<Step> steps(TestWorkspace workspace, int atOnce, int days) {
    var problems = new Problems();
    var span = new DataInterval(FIRST, FIRST.plus(Duration.ofDays(days)));
    List<Definition> daily = workspace.graph().select(List.of("em/fix_daily"), problems);
    List<Step> steps = new Backfill(atOnce).steps(daily, table -> span, problems);
    problems.throwIfAny();
    return steps;
  }

  private static RunReport run(TestWorkspace test, Step step) {
    Workspace workspace = test.loaded();
    try (Engine engine = test.engine()) {
      return new LocalRunner(Clock.systemUTC())
          .run(
              engine.runId(),
              new Plan(workspace, step.tasks(test.graph().definitions())),
              engine,
              RunListener.SILENT);
    }
  }
}
