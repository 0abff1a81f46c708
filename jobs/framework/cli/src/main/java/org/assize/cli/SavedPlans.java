package org.assize.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.contract.London;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.PlannedTable;
import org.assize.core.plan.SavedPlan;
import org.assize.core.plan.SavedPlan.Kind;
import org.assize.core.plan.Step;

/** Saved plans as people name them and see them. */
record SavedPlans(Session session) {

  /** Keeps what was foreseen, and says how to go on. */
  SavedPlan save(
      CheckedWorkspace checked,
      OpenEngine engine,
      Kind kind,
      List<Definition> chosen,
      List<Foreseen> foreseen,
      List<Step> steps) {
    List<PlannedTable> tables = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      tables.add(PlannedTable.of(chosen.get(i), foreseen.get(i)));
    }
    var plan =
        new SavedPlan(
            UUID.randomUUID().toString().replace("-", "").substring(0, 12),
            kind,
            checked.workspace().environment(),
            session.surroundings().clock().instant(),
            session.surroundings().user(),
            tables,
            steps);
    engine.plans().save(plan);
    session.say("Saved as plan " + plan.id() + ".");
    if (checked.workspace().needsApproval()) {
      session.say("  → assize plan approve " + plan.id() + environment(plan) + " --reason \"...\"");
    }
    session.say("  → " + carryOut(plan));
    return plan;
  }

  /** The command that carries it out. */
  static String carryOut(SavedPlan plan) {
    return (plan.kind() == Kind.BACKFILL ? "assize backfill apply " : "assize run --plan ")
        + plan.id()
        + environment(plan);
  }

  /** The option that names its environment, with a space before it; empty where none is needed. */
  static String environment(SavedPlan plan) {
    return plan.environment().equals("default") ? "" : " --env " + plan.environment();
  }

  /** The plan whose id begins so. */
  PlanState named(OpenEngine engine, String id) {
    List<PlanState> all = engine.plans().plans();
    List<PlanState> found = all.stream().filter(state -> state.plan().id().startsWith(id)).toList();
    if (found.size() != 1) {
      List<String> ids = all.stream().map(state -> state.plan().id()).toList();
      throw PlatformException.of(
          ErrorCode.USAGE,
          (found.isEmpty() ? "No plan's id begins" : "More than one plan's id begins")
              + " with `"
              + id
              + "`.",
          "",
          ids.isEmpty() ? "None was saved here yet." : Nearest.hint(id, ids));
    }
    return found.get(0);
  }

  /** All of them, newest first. */
  void tell(List<PlanState> plans) {
    var table = TextTable.leftAligned(6);
    table.row("plan", "for", "made", "by", "approved", "steps done");
    for (int i = plans.size() - 1; i >= 0; i--) {
      PlanState state = plans.get(i);
      SavedPlan plan = state.plan();
      table.row(
          plan.id(),
          plan.kind().name().toLowerCase(java.util.Locale.ROOT),
          PipelineWords.time(plan.madeAt()),
          plan.madeBy(),
          state.approval().map(PlanState.Approval::who).orElse("-"),
          state.done().size() + " of " + plan.steps().size());
    }
    session.say(plans.isEmpty() ? List.of("No plan was saved yet.") : table.lines());
    answer(plans);
  }

  /** The same for programs. */
  void answer(List<PlanState> plans) {
    session.answer(
        Json.document("assize.plans/1")
            .put("plans", plans.stream().map(SavedPlans::json).toList()));
  }

  /** One of them. */
  void tell(PlanState state) {
    SavedPlan plan = state.plan();
    var table = TextTable.leftAligned(4);
    table.row("step", "tables", "span", "");
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      table.row(
          String.valueOf(i + 1), tables(step), span(step), state.done().contains(i) ? "done" : "");
    }
    session.say(
        plan.id()
            + ", made by "
            + plan.madeBy()
            + ", "
            + PipelineWords.time(plan.madeAt())
            + approved(state));
    session.say(table.lines());
    answer(List.of(state));
  }

  private static String approved(PlanState state) {
    return state
        .approval()
        .map(approval -> ", approved by " + approval.who() + ": " + approval.why())
        .orElse("");
  }

  /** The tables of a step in words. */
  static String tables(Step step) {
    return String.join(", ", step.tables().stream().map(Step.Part::table).toList());
  }

  /** The span of a step in words. */
  static String span(Step step) {
    return step.span().map(SavedPlans::words).orElse("whole");
  }

  /** Days where it begins and ends with one, in London or in UTC, else times. */
  private static String words(DataInterval span) {
    for (ZoneId zone : List.of(London.ZONE, ZoneOffset.UTC)) {
      ZonedDateTime start = span.start().atZone(zone);
      ZonedDateTime end = span.end().atZone(zone);
      boolean isOfDays =
          Stream.of(start, end).allMatch(at -> at.toLocalTime().equals(LocalTime.MIDNIGHT));
      if (isOfDays) {
        return start.toLocalDate() + " to " + end.toLocalDate();
      }
    }
    return span.start() + " to " + span.end();
  }

  static Json json(PlanState state) {
    SavedPlan plan = state.plan();
    List<Json> steps = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      steps.add(
          Json.object()
              .put("tables", step.tables().stream().map(Step.Part::table).toList())
              .put("span", step.span().map(Object::toString))
              .put("done", state.done().contains(i)));
    }
    return Json.object()
        .put("plan", plan.id())
        .put("kind", plan.kind().name().toLowerCase(java.util.Locale.ROOT))
        .put("environment", plan.environment())
        .put("madeAt", plan.madeAt())
        .put("madeBy", plan.madeBy())
        .put("approvedBy", state.approval().map(PlanState.Approval::who))
        .put("steps", steps);
  }

  /** How many steps, in words. */
  static String steps(SavedPlan plan) {
    return Numbers.count(plan.steps().size(), "step");
  }
}
