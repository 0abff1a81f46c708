package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.TableTask;
import org.assize.core.plan.Backfill;
import org.assize.core.plan.SavedPlan;
import org.assize.core.plan.SavedPlan.Kind;
import org.assize.core.plan.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes tables anew over a span of time, as a plan that is looked at first. */
@Command(
    subcommandsRepeatable = false,
    synopsisSubcommandLabel = "plan | apply",
    footer = {
      "",
      "Examples",
      "  assize backfill plan victims/daily --from 2025-11-01 --to 2026-11-01 --batch 10",
      "  assize backfill apply 3f2a"
    })
final class BackfillCommand {

  private final Session session;

  BackfillCommand(Session session) {
    this.session = session;
  }

  @Command(
      description = "Say what a backfill would compute, and save it; runs nothing.",
      footer = {
        "",
        "Tables come one after the other, inputs first, so that each finds the whole span of its",
        "inputs done. Tables fed by files are computed from their raw records, whole. Readers of the",
        "tables that are not chosen follow at their next run.",
        "",
        "Examples",
        "  assize backfill plan victims/daily --from 2025-11-01 --to 2026-11-01 --batch 10",
        "  assize backfill plan victims/daily+ --from 2026-11-01"
      })
  int plan(
      @Mixin Selectors selectors,
      @Mixin SpanOptions span,
      @Option(
              names = "--batch",
              paramLabel = "N",
              defaultValue = "30",
              description = "How many intervals of a table a step computes. Default: 30.")
          int batch) {
    if (selectors.isEmpty() || !span.isGiven() || batch < 1) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "A backfill must be told which tables, from which day on, and 1 interval or more a step.",
          "It computes anew what is already there.",
          "For example: assize backfill plan victims/daily --from 2026-11-01 --batch 10");
    }
    CheckedWorkspace checked = session.checked();
    List<Definition> chosen =
        selectors.choose(checked.graph()).stream()
            .filter(Definition.Contracted.class::isInstance)
            .toList();
    var problems = new Problems();
    List<Step> steps =
        new Backfill(batch).steps(chosen, definition -> span(span, definition), problems);
    problems.throwIfAny();
    List<TableTask> tasks =
        chosen.stream()
            .map(table -> new TableTask(table, Backfill.span(steps, table), true))
            .toList();
    try (Progress progress = session.progress(tasks.size());
        var environment = new EnvironmentRunner(session, checked)) {
      OpenEngine engine = environment.engine();
      List<Foreseen> foreseen = engine.foresee(tasks, progress.listener());
      List<String> blocks = PlanRun.blocks(environment, foreseen);
      tell(chosen, foreseen, steps, blocks);
      SavedPlan plan =
          new SavedPlans(session).save(checked, engine, Kind.BACKFILL, chosen, foreseen, steps);
      session.answer(json(plan, chosen, foreseen, blocks));
    }
    return ExitCode.OK;
  }

  private DataInterval span(SpanOptions span, Definition definition) {
    return span.of(definition, session.surroundings().clock()).orElseThrow();
  }

  private void tell(
      List<Definition> chosen, List<Foreseen> foreseen, List<Step> steps, List<String> blocks) {
    session.say(new PlanWords(session.console().outStyle()).lines(chosen, foreseen));
    session.say("");
    var table = TextTable.leftAligned(3);
    table.row("table", "steps", "span");
    for (Definition definition : chosen) {
      String name = definition.table().selector();
      List<Step> own =
          steps.stream()
              .filter(step -> step.tables().stream().anyMatch(part -> part.table().equals(name)))
              .toList();
      String first = SavedPlans.span(own.get(0));
      String last = SavedPlans.span(own.get(own.size() - 1));
      String whole =
          own.size() == 1
              ? first
              : first.substring(0, first.indexOf(" to ")) + last.substring(last.indexOf(" to "));
      table.row(name, Numbers.count(own.size()), whole);
    }
    session.say(table.lines());
    blocks.forEach(block -> session.say("In the way: " + block + "."));
  }

  private Json json(
      SavedPlan plan, List<Definition> chosen, List<Foreseen> foreseen, List<String> blocks) {
    List<Json> tables = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      String name = chosen.get(i).table().selector();
      tables.add(
          Json.object()
              .put("selector", name)
              .put("work", foreseen.get(i).work().name().toLowerCase(Locale.ROOT))
              .put("why", foreseen.get(i).why())
              .put("rowsToRead", foreseen.get(i).rows()));
    }
    return Json.document("assize.backfill-plan/1")
        .put("plan", plan.id())
        .put("steps", plan.steps().size())
        .put("inTheWay", blocks)
        .put("tables", tables);
  }

  @Command(
      description = "Carry a saved backfill out, from the first step that is not done.",
      footer = {
        "",
        "Stops at the first step that does not end well. Applied again, it goes on from there.",
        "",
        "Examples",
        "  assize backfill apply 3f2a"
      })
  int apply(
      @Parameters(paramLabel = "ID", description = "Id of the plan, or its begin.") String id) {
    return new PlanRun(session, session.checked()).carryOut(id, Kind.BACKFILL);
  }
}
