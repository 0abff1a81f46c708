package org.assize.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.core.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Finds everything wrong with contracts, rules and queries; touches no data. */
@Command(footer = {"", "Examples", "  assize check", "  assize check --env prod --json"})
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Definition> chosen = selectors.choose(session.checked().graph());
    long domains = chosen.stream().map(table -> table.table().domain()).distinct().count();
    session.say(
        "No problems: "
            + Numbers.count(chosen.size(), "table")
            + " in "
            + Numbers.count(domains, "domain")
            + ".");
    session.answer(
        Json.document("assize.check/1")
            .put("exitCode", ExitCode.OK)
            .put("tables", chosen.stream().map(table -> table.table().toString()).toList()));
    return ExitCode.OK;
  }
}
