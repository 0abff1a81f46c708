package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.Style;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.testcase.CaseOutcome;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.CaseRunner;
import org.assize.core.testcase.TableCase;
import org.assize.core.testcase.TableCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Runs the cases of tables, and tells what did not come out as expected. */
@Command(
    footer = {
      "",
      "A case is a folder jobs/<domain>/tests/<table>/<case>/ of small CSV files: what the table",
      "reads, and expected.csv, the table after. Each is run by the engine in a warehouse of its",
      "own, whole and, where time or deliveries cut it, in two parts. No data is touched.",
      "Exit code: 0 all passed, 1 some failed, 2 a file of a case cannot be understood.",
      "",
      "Examples",
      "  assize test",
      "  assize test victims/referral_monthly",
      "  assize test victims/referral/late_answer --json"
    })
final class TestCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "SELECT",
      arity = "0..*",
      description = "domain, domain/table or domain/table/case. Default: every case.")
  private List<String> selectors = List.of();

  TestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    var problems = new Problems();
    List<TableCase> all = TableCases.read(checked.workspace(), checked.graph(), problems);
    problems.throwIfAny();
    List<TableCase> chosen = all.stream().filter(this::isChosen).toList();
    refuseUnknown(checked, all);
    List<CaseOutcome> outcomes = new ArrayList<>();
    if (chosen.isEmpty()) {
      session.say("There are no cases here yet: nothing was tested.");
      session.hint("A case is a folder jobs/<domain>/tests/<table>/<case>/ with expected.csv.");
    } else {
      try (CaseRunner runner = session.surroundings().house().cases(checked.workspace())) {
        chosen.forEach(one -> runner.check(one, problems));
        problems.throwIfAny();
        runner.run(
            chosen,
            outcome -> {
              outcomes.add(outcome);
              tell(outcome);
            });
      }
      sum(outcomes);
    }
    session.answer(
        Json.document("assize.test/1")
            .put("passed", outcomes.stream().filter(CaseOutcome::isPassed).count())
            .put("failed", outcomes.stream().filter(outcome -> !outcome.isPassed()).count())
            .put("cases", outcomes.stream().map(TestCommand::json).toList()));
    return outcomes.stream().allMatch(CaseOutcome::isPassed) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean isChosen(TableCase one) {
    return selectors.isEmpty()
        || selectors.stream().anyMatch(word -> (one.selector() + "/").startsWith(word + "/"));
  }

  /** A word that selects nothing is a mistake, unless it is a table that has no case yet. */
  private void refuseUnknown(CheckedWorkspace checked, List<TableCase> all) {
    Set<String> known = new TreeSet<>();
    checked.graph().definitions().forEach(each -> add(known, each.table().selector()));
    all.forEach(each -> known.add(each.selector()));
    List<String> unknown = selectors.stream().filter(word -> !known.contains(word)).toList();
    if (!unknown.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`" + unknown.get(0) + "` is no domain, no table and no case.",
          "",
          Nearest.hint(unknown.get(0), known));
    }
  }

  private static void add(Set<String> known, String selector) {
    known.add(selector);
    known.add(selector.substring(0, selector.indexOf('/')));
  }

  private void tell(CaseOutcome outcome) {
    Style style = session.console().outStyle();
    String sign = outcome.isPassed() ? style.good("✓") : style.bad("✗");
    String took = Numbers.duration(outcome.took());
    String more = outcome.wasSplit() ? took + ", also in two parts" : took;
    session.say(sign + " " + outcome.subject().selector() + "  " + style.faint(more));
    for (Difference difference : outcome.differences()) {
      session.say("    " + difference.what());
      difference.lines().forEach(line -> session.say("      " + line));
    }
  }

  private void sum(List<CaseOutcome> outcomes) {
    long failed = outcomes.stream().filter(outcome -> !outcome.isPassed()).count();
    session.say(
        Numbers.count(outcomes.size(), "case")
            + ": "
            + Numbers.count(outcomes.size() - failed)
            + " passed, "
            + Numbers.count(failed)
            + " failed.");
  }

  private static Json json(CaseOutcome outcome) {
    TableCase subject = outcome.subject();
    return Json.object()
        .put("table", subject.table().table())
        .put("case", subject.name())
        .put("selector", subject.selector())
        .put("folder", subject.folder())
        .put("isPassed", outcome.isPassed())
        .put("wasSplit", outcome.wasSplit())
        .put("millis", outcome.took().toMillis())
        .put(
            "differences",
            outcome.differences().stream().map(TestCommand::json).collect(Collectors.toList()));
  }

  private static Json json(Difference difference) {
    return Json.object()
        .put("isOfSplit", difference.isOfSplit())
        .put("what", difference.what())
        .put("missing", difference.missing())
        .put("unexpected", difference.unexpected())
        .put("lines", difference.lines());
  }
}
