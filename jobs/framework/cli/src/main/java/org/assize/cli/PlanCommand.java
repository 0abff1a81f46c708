package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.cli.text.TextTable;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.DatasetRule.Reads;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.TableTask;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.SavedPlan;
import org.assize.core.plan.SavedPlan.Kind;
import org.assize.core.plan.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a run would do, table by table, and why. */
@Command(
    footer = {
      "",
      "Changes nothing: looks at deliveries, tables and the ledger as a run would find them now.",
      "",
      "Examples",
      "  assize plan",
      "  assize plan +victims/referral_monthly",
      "  assize plan victims/daily --from 2026-11-01 --to 2026-11-08",
      "  assize plan victims/referral --restate",
      "  assize plan victims --save"
    })
final class PlanCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  @Mixin private final SpanOptions span = new SpanOptions();

  @Option(names = "--restate", description = "As of `run --restate`.")
  private boolean restate;

  @Option(
      names = "--save",
      description = {
        "Keep the plan, so that somebody can approve it and `run --plan` carry it out;",
        "spans are those of now, whenever that is."
      })
  private boolean save;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    List<Definition> chosen = selectors.choose(checked.graph());
    List<TableTask> tasks = chosen.stream().map(this::task).toList();
    List<Foreseen> foreseen;
    Optional<SavedPlan> saved = Optional.empty();
    try (Progress progress = session.progress(tasks.size());
        OpenEngine engine = session.open(checked.workspace())) {
      foreseen = engine.foresee(tasks, progress.listener());
      session.say(new PlanWords(session.console().outStyle()).lines(chosen, foreseen));
      tellScans(chosen);
      session.hint("Warehouse: " + checked.workspace().warehouse());
      if (save) {
        var plans = new SavedPlans(session);
        var step = new Step(tasks.stream().map(PlanCommand::part).toList(), restate);
        saved = Optional.of(plans.save(checked, engine, Kind.RUN, chosen, foreseen, List.of(step)));
      }
    }
    List<Json> tables = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      tables.add(json(chosen.get(i), foreseen.get(i)));
    }
    session.answer(
        Json.document("assize.plan/1")
            .put("environment", checked.workspace().environment())
            .put("warehouse", checked.workspace().warehouse())
            .put("landing", checked.workspace().landing())
            .put("saved", saved.map(SavedPlan::id))
            .put("tables", tables));
    return ExitCode.OK;
  }

  private static Step.Part part(TableTask task) {
    return new Step.Part(task.table().selector(), task.interval());
  }

  @Command(
      description = "List saved plans, newest first.",
      footer = {"", "Examples", "  assize plan list"})
  int list() {
    try (OpenEngine engine = session.open(session.workspace())) {
      new SavedPlans(session).tell(engine.plans().plans());
    }
    return ExitCode.OK;
  }

  @Command(
      description = "Show the steps of a saved plan and how far it is.",
      footer = {"", "Examples", "  assize plan show 3f2a"})
  int show(
      @Parameters(paramLabel = "ID", description = "Id of the plan, or its begin.") String id) {
    try (OpenEngine engine = session.open(session.workspace())) {
      var plans = new SavedPlans(session);
      plans.tell(plans.named(engine, id));
    }
    return ExitCode.OK;
  }

  @Command(
      description = "Say that a saved plan may be carried out.",
      footer = {"", "Examples", "  assize plan approve 3f2a --reason \"Agreed with the court\""})
  int approve(
      @Parameters(paramLabel = "ID", description = "Id of the plan, or its begin.") String id,
      @Option(names = "--reason", required = true, description = "Why; kept in the ledger.")
          String reason) {
    try (OpenEngine engine = session.open(session.workspace())) {
      var plans = new SavedPlans(session);
      PlanState state = plans.named(engine, id);
      String who = session.surroundings().user();
      engine.plans().approve(state.plan().id(), who, reason);
      session.say("Plan " + state.plan().id() + " is approved by " + who + ".");
      plans.answer(List.of(plans.named(engine, id)));
    }
    return ExitCode.OK;
  }

  private TableTask task(Definition definition) {
    return new TableTask(definition, span.of(definition, session.surroundings().clock()), restate);
  }

  /** What checks cost beside the write, for whoever wonders why a table takes long. */
  private void tellScans(List<Definition> chosen) {
    var scans = TextTable.leftAligned(3);
    scans.row("rule", "of", "reads again");
    boolean isAny = false;
    for (Definition definition : chosen) {
      for (DatasetRule rule : scanning(definition)) {
        scans.row(rule.id(), definition.table().selector(), words(rule.reads()));
        isAny = true;
      }
    }
    if (isAny) {
      session.say(List.of("", "Rules that cannot be judged from the write alone:"));
      session.say(scans.lines());
    }
  }

  private static List<DatasetRule> scanning(Definition definition) {
    return definition instanceof Definition.Contracted table
        ? table.rules().datasetRules().stream()
            .filter(rule -> rule.reads() != Reads.NOTHING)
            .toList()
        : List.of();
  }

  private static String words(Reads reads) {
    return switch (reads) {
      case NOTHING -> "nothing";
      case CANDIDATE -> "the batch";
      case TABLE -> "the table";
    };
  }

  private static Json json(Definition definition, Foreseen foreseen) {
    return Json.object()
        .put("table", definition.table())
        .put("selector", definition.table().selector())
        .put("load", PlanWords.load(definition))
        .put("group", definition.group())
        .put(
            "rulesReadingAgain",
            scanning(definition).stream()
                .map(rule -> Json.object().put("rule", rule.id()).put("reads", words(rule.reads())))
                .toList())
        .put("needs", definition.needs())
        .put("work", foreseen.work().name().toLowerCase(Locale.ROOT))
        .put("why", foreseen.why())
        .put("files", foreseen.files())
        .put("bytes", foreseen.bytes())
        .put("rowsToRead", foreseen.rows())
        .put("intervals", foreseen.intervals().stream().map(DataInterval::toString).toList())
        .put("note", foreseen.note());
  }
}
