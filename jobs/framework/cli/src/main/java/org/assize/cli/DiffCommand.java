package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.TableDifference;
import org.assize.core.TableDifference.Side;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how a table differs between two environments. */
@Command(
    footer = {
      "",
      "Rows are matched by the primary key of the contract; without one, or where a key is there",
      "twice, they are compared as a multiset. Counts only: no value of a row is shown.",
      "Exit code 0 whether or not the two are equal; in JSON `isEqual` says which.",
      "",
      "Examples",
      "  assize diff victims/referral_monthly --env dev --with prod",
      "  assize diff victims/referral --env dev --with prod --json"
    })
final class DiffCommand implements Callable<Integer> {

  /** What the top of assize.yaml says, where no environment is called so. */
  private static final String TOP = "default";

  private final Session session;

  @Parameters(paramLabel = "TABLE", description = "domain/table.")
  private String table = "";

  @Option(
      names = "--with",
      paramLabel = "NAME",
      required = true,
      description = "The other environment; `default` for the top of assize.yaml.")
  private String other = "";

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace here = session.workspace();
    Workspace there = other(here);
    DataContract contract = contract(here);
    TableDifference difference;
    try (OpenEngine engine = session.open(here)) {
      difference = engine.difference(contract, there);
    }
    session.say(lines(difference));
    session.answer(json(difference));
    return ExitCode.OK;
  }

  private Workspace other(Workspace here) {
    var problems = new Problems();
    Workspace there = WorkspaceLoader.load(here.root(), Optional.of(other), problems);
    boolean isTop = other.equals(TOP) && !problems.isEmpty();
    if (isTop) {
      return WorkspaceLoader.load(here.root(), Optional.empty(), new Problems());
    }
    problems.throwIfAny();
    return there;
  }

  private DataContract contract(Workspace workspace) {
    List<String> known =
        workspace.contracts().stream().map(each -> each.name().selector()).toList();
    return workspace.contracts().stream()
        .filter(each -> each.name().selector().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.UNKNOWN_TABLE,
                    "No contract is called `" + table + "`.",
                    "",
                    Nearest.hint(table, known)));
  }

  private static List<String> lines(TableDifference found) {
    String here = found.here().environment();
    String there = found.there().environment();
    List<String> lines = new ArrayList<>();
    lines.add(found.table() + " " + side(found.here()) + ", " + side(found.there()) + ".");
    if (found.isEqual()) {
      lines.add("They are equal.");
      return lines;
    }
    var rows = TextTable.leftAligned(2);
    rows.row("only in " + here, Numbers.count(found.onlyHere(), "row"));
    rows.row("only in " + there, Numbers.count(found.onlyThere(), "row"));
    if (!found.key().isEmpty()) {
      rows.row("differing", Numbers.count(found.differing(), "row"));
      found
          .columns()
          .forEach((column, count) -> rows.row("  in " + column, Numbers.count(count, "row")));
    }
    lines.addAll(rows.lines());
    lines.add(
        found.key().isEmpty()
            ? "Compared as multisets: no key tells which row became which."
            : "Matched by " + String.join(", ", found.key()) + ".");
    for (TableDifference.ColumnDifference column : found.schema()) {
      lines.add(
          "Column "
              + column.column()
              + ": "
              + column.here().orElse("missing")
              + " in "
              + here
              + ", "
              + column.there().orElse("missing")
              + " in "
              + there
              + ".");
    }
    return lines;
  }

  private static String side(Side side) {
    return "in "
        + side.environment()
        + ": version "
        + side.version()
        + ", "
        + Numbers.count(side.rows(), "row");
  }

  private static Json json(TableDifference found) {
    return Json.document("assize.diff/1")
        .put("table", found.table())
        .put("selector", found.table().selector())
        .put("isEqual", found.isEqual())
        .put("here", json(found.here()))
        .put("there", json(found.there()))
        .put("key", found.key())
        .put("onlyHere", found.onlyHere())
        .put("onlyThere", found.onlyThere())
        .put("differing", found.differing())
        .put("differingByColumn", found.columns())
        .put(
            "schemaDifferences",
            found.schema().stream()
                .map(
                    column ->
                        Json.object()
                            .put("column", column.column())
                            .put("here", column.here())
                            .put("there", column.there()))
                .toList());
  }

  private static Json json(Side side) {
    return Json.object()
        .put("environment", side.environment())
        .put("version", side.version())
        .put("rows", side.rows());
  }
}
