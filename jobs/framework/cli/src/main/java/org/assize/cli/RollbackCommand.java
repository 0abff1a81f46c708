package org.assize.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a table what it was, and holds it until somebody releases it. */
@Command(
    footer = {
      "",
      "One commit gives the table the rows of an earlier version. Tables that read it are stale"
          + " and",
      "are computed again by the next run. The table itself is held: no run publishes it until",
      "`rollback release`. Then the next run reads again what the rollback took out.",
      "",
      "Examples",
      "  assize rollback victims/referral_monthly --to 12 --reason \"Wrong month\" --env prod",
      "  assize rollback release victims/referral_monthly --reason \"Query mended\" --env prod"
    })
final class RollbackCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "TABLE", arity = "0..1", description = "domain/table.")
  private Optional<String> table = Optional.empty();

  @Option(names = "--to", paramLabel = "VERSION", description = "The version whose rows it gets.")
  private Optional<Long> to = Optional.empty();

  @Option(names = "--reason", paramLabel = "WHY", description = "Kept for ever with the decision.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Who decides. Default: the user of this system.")
  private Optional<String> by = Optional.empty();

  RollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (table.isEmpty() || to.isEmpty() || reason.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`rollback` must be told which table, to which version, and why.",
          "",
          "For example: assize rollback victims/referral --to 12 --reason \"Wrong file\".");
    }
    CheckedWorkspace checked = session.checked();
    Definition definition = definition(checked, table.get());
    String who = by.orElseGet(session.surroundings()::user);
    TableOutcome outcome;
    try (Progress progress = session.progress(1);
        OpenEngine engine = session.open(checked.workspace())) {
      outcome = engine.rollBack(definition, to.get(), who, reason.get(), progress.listener());
    }
    session.say(definition.table() + " has the rows of version " + to.get() + ". It is held.");
    session.hint(
        "  → assize rollback release " + definition.table().selector() + " --reason \"…\"");
    session.answer(document(definition, "rolled_back").put("version", outcome.version()));
    return ExitCode.OK;
  }

  @Command(
      description = "Let a table that was rolled back be run again.",
      footer = {
        "",
        "Examples",
        "  assize rollback release victims/referral_monthly --reason \"Query mended\""
      })
  int release(
      @Parameters(paramLabel = "TABLE", description = "domain/table.") String released,
      @Option(
              names = "--reason",
              paramLabel = "WHY",
              required = true,
              description = "Kept for ever with the decision.")
          String why,
      @Option(
              names = "--by",
              paramLabel = "WHO",
              description = "Who decides. Default: the user of this system.")
          Optional<String> who) {
    CheckedWorkspace checked = session.checked();
    Definition definition = definition(checked, released);
    try (OpenEngine engine = session.open(checked.workspace())) {
      engine.release(definition.table(), who.orElseGet(session.surroundings()::user), why);
    }
    session.say(definition.table() + " runs again. The next run reads what was taken out.");
    session.answer(document(definition, "released").put("version", Optional.empty()));
    return ExitCode.OK;
  }

  private static Json document(Definition definition, String decision) {
    return Json.document("assize.rollback/1")
        .put("table", definition.table())
        .put("selector", definition.table().selector())
        .put("decision", decision);
  }

  private static Definition definition(CheckedWorkspace checked, String name) {
    List<Definition> all = checked.graph().definitions();
    return all.stream()
        .filter(each -> each.table().selector().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.UNKNOWN_TABLE,
                    "No table is called `" + name + "`.",
                    "",
                    Nearest.hint(
                        name, all.stream().map(each -> each.table().selector()).toList())));
  }
}
