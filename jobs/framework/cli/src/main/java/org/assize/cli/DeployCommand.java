package org.assize.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.change.ChangeReport;
import org.assize.cli.change.Comparison;
import org.assize.cli.change.DeployedHistory;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.change.TableChange;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.Effective;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.deploy.Bundle;
import org.assize.core.deploy.Deployed;
import org.assize.core.deploy.Shelf;
import org.assize.core.testcase.CaseOutcome;
import org.assize.core.testcase.CaseRunner;
import org.assize.core.testcase.TableCase;
import org.assize.core.testcase.TableCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Puts what a workspace is into the warehouse of an environment. */
@Command(
    footer = {
      "",
      "Checks, runs every case of the tables, says what a run would do, and then writes a bundle"
          + " of",
      "contracts, queries and jars, named by its content, below <warehouse>/_bundles. Contracts go",
      "to <warehouse>/_contracts, where `check` of other workspaces finds them. The first"
          + " workspace",
      "that deploys a domain owns it. Deploying the same again changes nothing.",
      "",
      "Examples",
      "  assize deploy --env prod --dry-run",
      "  assize deploy --env prod"
    })
final class DeployCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--dry-run", description = "Check, test and plan; write nothing.")
  private boolean isDry;

  DeployCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = sound();
    String id = id(checked.workspace());
    Shelf shelf = session.surroundings().house().shelf(checked.workspace().warehouse());
    Map<String, Deployed> before = shelf.deployed();
    ChangeReport changes = changes(checked, before, shelf);
    int passed = tested(checked);
    List<Foreseen> foreseen = planned(checked);
    Bundle bundle = Bundle.of(checked.workspace());
    List<String> changed =
        checked.workspace().domains().stream()
            .map(Domain::name)
            .filter(domain -> !isDeployed(before.get(domain), bundle))
            .toList();
    boolean isNew = !isDry && !changed.isEmpty() && written(checked, bundle, shelf);
    if (!isDry) {
      Instant now = session.surroundings().clock().instant();
      String who = session.surroundings().user();
      changed.forEach(domain -> shelf.record(new Deployed(domain, id, bundle.name(), who, now)));
    }
    tell(bundle, changed);
    session.answer(
        json(checked, bundle, changed, isNew, passed, foreseen).put("changes", changes.json()));
    return ExitCode.OK;
  }

  private CheckedWorkspace sound() {
    var problems = new Problems();
    CheckedWorkspace checked = session.checked(problems);
    StrictCheck.add(checked, session.surroundings().clock().instant(), problems);
    problems.throwIfAny();
    problems.warnings().forEach(warning -> session.console().err().println(warning));
    session.say(
        "check  " + Numbers.count(checked.graph().definitions().size(), "table") + " sound");
    return checked;
  }

  private static String id(Workspace workspace) {
    return workspace
        .id()
        .orElseThrow(
            () ->
                PlatformException.of(
                    new Problem(
                        ErrorCode.WORKSPACE_INVALID,
                        new Place("assize.yaml", 0),
                        "The workspace has no id, and the first to deploy a domain owns it.",
                        "The id tells this workspace from others, wherever it is checked out.",
                        "Write `id: NAME` at the top of assize.yaml, and never change it.")));
  }

  /** What readers of the tables must know; fails where a version hides it from them. */
  private ChangeReport changes(
      CheckedWorkspace checked, Map<String, Deployed> before, Shelf shelf) {
    var problems = new Problems();
    List<TableChange> changed =
        checked.workspace().domains().stream()
            .flatMap(domain -> Optional.ofNullable(before.get(domain.name())).stream())
            .max(Comparator.comparing(Deployed::at))
            .map(
                newest ->
                    new Comparison(new DeployedHistory(shelf))
                        .since(newest.bundle(), checked.workspace(), problems))
            .orElse(List.of());
    problems.throwIfAny();
    var report = new ChangeReport(changed, checked.graph());
    session.say(report.lines().stream().map(line -> "change " + line).toList());
    return report;
  }

  private int tested(CheckedWorkspace checked) {
    var problems = new Problems();
    List<TableCase> cases = TableCases.read(checked.workspace(), checked.graph(), problems);
    problems.throwIfAny();
    List<CaseOutcome> outcomes = new ArrayList<>();
    if (!cases.isEmpty()) {
      try (CaseRunner runner = session.surroundings().house().cases(checked.workspace())) {
        cases.forEach(one -> runner.check(one, problems));
        problems.throwIfAny();
        runner.run(cases, outcomes::add);
      }
    }
    List<String> failed =
        outcomes.stream()
            .filter(outcome -> !outcome.isPassed())
            .map(outcome -> outcome.subject().selector())
            .toList();
    if (!failed.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.TABLE_FAILED,
          Numbers.count(failed.size(), "case") + " failed: " + String.join(", ", failed) + ".",
          "Nothing was deployed.",
          "`assize test` shows what differs.");
    }
    session.say("test   " + Numbers.count(outcomes.size(), "case") + " passed");
    return outcomes.size();
  }

  private List<Foreseen> planned(CheckedWorkspace checked) {
    List<Definition> definitions = checked.graph().definitions();
    List<TableTask> tasks =
        definitions.stream().map(each -> new TableTask(each, Optional.empty(), false)).toList();
    try (Progress progress = session.progress(tasks.size());
        OpenEngine engine = session.open(checked.workspace())) {
      List<Foreseen> foreseen = engine.foresee(tasks, progress.listener());
      session.say("plan   the next run would do this:");
      session.say(new PlanWords(session.console().outStyle()).lines(definitions, foreseen));
      return foreseen;
    }
  }

  private static boolean isDeployed(
      @org.jspecify.annotations.Nullable Deployed newest, Bundle bundle) {
    return newest != null && newest.bundle().equals(bundle.name());
  }

  /** The bundle first: what points to it comes when it is there. */
  private static boolean written(CheckedWorkspace checked, Bundle bundle, Shelf shelf) {
    Path root = checked.workspace().root();
    var problems = new Problems();
    Map<DataContract, String> effective = new LinkedHashMap<>();
    for (DataContract contract : checked.workspace().contracts()) {
      Path file = root.resolve("schemas/" + contract.name().selector() + ".odcs.yaml");
      effective.put(contract, Effective.render(file, root, problems));
    }
    problems.throwIfAny();
    boolean isNew = shelf.put(bundle);
    effective.forEach(shelf::put);
    return isNew;
  }

  private void tell(Bundle bundle, List<String> changed) {
    if (changed.isEmpty()) {
      session.say("deploy nothing: bundle " + bundle.name() + " is deployed already");
    } else {
      session.say(
          "deploy "
              + String.join(", ", changed)
              + (isDry ? " would become bundle " : ": bundle ")
              + bundle.name());
    }
  }

  private Json json(
      CheckedWorkspace checked,
      Bundle bundle,
      List<String> changed,
      boolean isNew,
      int passed,
      List<Foreseen> foreseen) {
    return Json.document("assize.deploy/1")
        .put("environment", checked.workspace().environment())
        .put("warehouse", checked.workspace().warehouse())
        .put("workspace", checked.workspace().id())
        .put("dryRun", isDry)
        .put("bundle", bundle.name())
        .put("isNewBundle", isNew)
        .put("domains", changed)
        .put("casesPassed", passed)
        .put(
            "tables",
            foreseen.stream()
                .map(
                    one ->
                        Json.object()
                            .put("table", one.table())
                            .put("work", one.work().name().toLowerCase(java.util.Locale.ROOT))
                            .put("why", one.why()))
                .toList());
  }
}
