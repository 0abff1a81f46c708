package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assize.cli.text.Json;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableTask;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.SavedPlan;
import org.assize.core.plan.SavedPlan.Kind;
import org.assize.core.plan.Step;
import org.assize.core.plan.StepRunner;

/** Carries a saved plan out, from the first step that is not done. */
record PlanRun(Session session, CheckedWorkspace checked) {

  /** Answers the exit code: that of the step that stopped it, or 0. */
  int carryOut(String id, Kind kind) {
    try (var environment = new EnvironmentRunner(session, checked)) {
      OpenEngine engine = environment.engine();
      PlanState state = new SavedPlans(session).named(engine, id);
      refuse(environment, state, kind);
      return kind == Kind.RUN ? run(engine, state) : backfill(environment, state);
    }
  }

  private void refuse(EnvironmentRunner environment, PlanState state, Kind kind) {
    SavedPlan plan = state.plan();
    if (plan.kind() != kind) {
      throw wrong(
          "Plan " + plan.id() + " is of another kind.", "Use `" + SavedPlans.carryOut(plan) + "`.");
    }
    if (!plan.environment().equals(checked.workspace().environment())) {
      throw wrong(
          "Plan " + plan.id() + " was made for the environment `" + plan.environment() + "`.",
          "Name it with --env, or make a plan for this one.");
    }
    if (checked.workspace().needsApproval() && state.approval().isEmpty()) {
      throw refused(ErrorCode.PLAN_NOT_APPROVED, "Nobody has approved plan " + plan.id() + ".", "");
    }
    List<Definition> definitions = checked.graph().definitions();
    List<String> changed = plan.changed(definitions);
    if (!changed.isEmpty()) {
      throw refused(
          ErrorCode.PLAN_OUTDATED,
          "Tables changed since plan " + plan.id() + " was made: " + String.join(", ", changed),
          "The approval was for what they said then.");
    }
    // A table has many steps, and what keeps it from one keeps it from all.
    Map<DatasetName, TableTask> tasks = new LinkedHashMap<>();
    for (int step : state.open()) {
      plan.steps().get(step).tasks(definitions).forEach(t -> tasks.putIfAbsent(t.table(), t));
    }
    List<Foreseen> foreseen =
        environment.engine().foresee(List.copyOf(tasks.values()), RunListener.SILENT);
    List<String> exceeded = kind == Kind.RUN ? plan.exceeded(foreseen) : List.of();
    if (!exceeded.isEmpty()) {
      throw refused(
          ErrorCode.PLAN_OUTDATED,
          "There is more to do than plan " + plan.id() + " says: " + String.join(", ", exceeded),
          "Something arrived since it was made.");
    }
    if (kind == Kind.BACKFILL) {
      List<String> blocks = blocks(environment, foreseen);
      if (!blocks.isEmpty()) {
        throw refused(ErrorCode.BACKFILL_BLOCKED, String.join("; ", blocks) + ".", "");
      }
    }
  }

  /** What stands in the way of a backfill, a sentence without a stop each. */
  static List<String> blocks(EnvironmentRunner environment, List<Foreseen> foreseen) {
    Set<String> blocks = new TreeSet<>();
    for (Foreseen one : foreseen) {
      if (one.work() == Foreseen.Work.WAIT) {
        blocks.add(one.table().selector() + " waits: " + one.why());
      }
    }
    List<String> tables = foreseen.stream().map(one -> one.table().selector()).toList();
    blocks.addAll(environment.steps().inTheWay(tables));
    return List.copyOf(blocks);
  }

  private int run(OpenEngine engine, PlanState state) {
    List<Integer> open = state.open();
    if (open.isEmpty()) {
      session.say("Plan " + state.plan().id() + " is done already.");
      session.answer(SavedPlans.json(state));
      return 0;
    }
    RunReport report = new WatchedRun(session).run(plan(state.plan().steps().get(0)));
    if (report.exitCode() == 0) {
      engine.plans().done(state.plan().id(), 0, report.runId());
    }
    return new RunAnswer(session).tell(report);
  }

  private int backfill(EnvironmentRunner environment, PlanState state) {
    SavedPlan plan = state.plan();
    List<Json> answers = new ArrayList<>();
    int exitCode = 0;
    for (int number : state.open()) {
      Step step = plan.steps().get(number);
      StepRunner.End end =
          environment.steps().run(plan.id(), number, step, line -> session.step("  " + line));
      exitCode = end.exitCode();
      session.say(
          "step %d of %d  %s  %s  %s"
              .formatted(
                  number + 1,
                  plan.steps().size(),
                  SavedPlans.tables(step),
                  SavedPlans.span(step),
                  exitCode == 0 ? "done" : "ended with " + exitCode));
      answers.add(
          Json.object()
              .put("step", number + 1)
              .put("runId", end.runId())
              .put("exitCode", exitCode));
      if (exitCode != 0) {
        session.say("  → " + end.more() + SavedPlans.environment(plan));
        session.say("  → " + SavedPlans.carryOut(plan) + "   goes on from here");
        break;
      }
      environment.engine().plans().done(plan.id(), number, end.runId());
    }
    if (exitCode == 0) {
      session.say("Plan " + plan.id() + " is done: " + SavedPlans.steps(plan) + ".");
    }
    session.answer(
        Json.document("assize.backfill/1")
            .put("plan", plan.id())
            .put("exitCode", exitCode)
            .put("steps", answers));
    return exitCode;
  }

  private Plan plan(Step step) {
    return new Plan(checked.workspace(), step.tasks(checked.graph().definitions()));
  }

  private static PlatformException wrong(String what, String mend) {
    return PlatformException.of(ErrorCode.USAGE, what, "", mend);
  }

  private static PlatformException refused(ErrorCode code, String what, String cause) {
    return PlatformException.of(code, what, cause, code.mend());
  }
}
