package org.assize.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.Plan;
import org.assize.core.RunReport;
import org.assize.core.TableTask;
import org.assize.core.plan.Backfill;
import org.assize.core.plan.SavedPlan.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what is new, table by table, and reports. */
@Command(
    footer = {
      "",
      "Running twice changes nothing: what was taken once is not taken again.",
      "",
      "Examples",
      "  assize run",
      "  assize run +victims/referral_monthly",
      "  assize run electronic_monitoring/daily_position --from 2026-03-29",
      "  assize run victims/referral --restate",
      "  assize run show 3f2a"
    })
final class RunCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  @Mixin private final SpanOptions span = new SpanOptions();

  @Option(
      names = "--restate",
      description = {
        "Compute the chosen tables again although nothing changed, for example",
        "after a rule became stricter."
      })
  private boolean restate;

  @Option(
      names = "--plan",
      paramLabel = "ID",
      description = "Carry out what `plan --save` kept, and nothing else.")
  private Optional<String> plan = Optional.empty();

  @Mixin private final BundleOption bundle = new BundleOption();

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (plan.isPresent()) {
      refuseBeside();
      return new PlanRun(session, session.checked(bundle.deployed()))
          .carryOut(plan.get(), Kind.RUN);
    }
    if (restate && selectors.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`--restate` must be told which tables.",
          "It replaces rows that are already there.",
          "Name a domain or a table.");
    }
    CheckedWorkspace checked = session.checked(bundle.deployed());
    List<Definition> chosen = selectors.choose(checked.graph());
    if (restate) {
      var problems = new Problems();
      Backfill.refuseUnreplayable(chosen, problems);
      problems.throwIfAny();
    }
    if (span.isGiven() && chosen.stream().noneMatch(Definition.Derived.class::isInstance)) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`--from` restricts derived tables, and none is chosen.",
          "Tables fed by files are cut by deliveries.",
          "Choose a table with a query or a class, or leave the span out.");
    }
    Clock clock = session.surroundings().clock();
    List<TableTask> tasks =
        chosen.stream().filter(table -> !span.misses(table, clock)).map(this::task).toList();
    RunReport report = new WatchedRun(session).run(new Plan(checked.workspace(), tasks));
    return new RunAnswer(session).tell(report);
  }

  private void refuseBeside() {
    if (restate || span.isGiven() || !selectors.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`--plan` stands alone.",
          "Tables and spans are those of the plan.",
          "Leave them out, or make another plan with `assize plan --save`.");
    }
  }

  private TableTask task(Definition definition) {
    return new TableTask(definition, span.of(definition, session.surroundings().clock()), restate);
  }

  @Command(
      description = "Show the report of an earlier run.",
      footer = {"", "Examples", "  assize run show 3f2a"})
  int show(
      @Parameters(paramLabel = "ID", description = "Id of the run, or how it begins.") String id) {
    List<RunReport> reports;
    try (OpenEngine engine = session.open(session.workspace())) {
      reports = engine.reports();
    }
    List<String> ids = reports.stream().map(RunReport::runId).toList();
    RunReport found =
        reports.stream()
            .filter(report -> report.runId().startsWith(id))
            .findFirst()
            .orElseThrow(() -> unknown(id, ids));
    new RunAnswer(session).tell(found);
    return 0;
  }

  private static PlatformException unknown(String id, List<String> ids) {
    return PlatformException.of(
        ErrorCode.USAGE,
        "No run's id begins with `" + id + "`.",
        "",
        ids.isEmpty() ? "Nothing has been run here yet." : Nearest.hint(id, ids));
  }
}
