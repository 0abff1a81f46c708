package org.assize.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.Effective;
import org.assize.core.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds everything wrong with contracts, rules and queries; touches no data. */
@Command(
    footer = {
      "",
      "Examples",
      "  assize check",
      "  assize check --env prod --json",
      "  assize check --effective victims/referral"
    })
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  @Option(
      names = "--effective",
      description =
          "Print the chosen contracts with every default, and where each value comes from.")
  private boolean effective;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    List<Definition> chosen = selectors.choose(checked.graph());
    Map<String, String> contracts = effective ? rendered(checked, chosen) : Map.of();
    contracts.values().forEach(yaml -> session.say(yaml.stripTrailing()));
    if (!effective) {
      session.say(sum(chosen));
    }
    session.answer(
        Json.document("assize.check/1")
            .put("exitCode", ExitCode.OK)
            .put("tables", chosen.stream().map(table -> table.table().toString()).toList())
            .put("effective", contracts));
    return ExitCode.OK;
  }

  private static String sum(List<Definition> chosen) {
    long domains = chosen.stream().map(table -> table.table().domain()).distinct().count();
    return "No problems: "
        + Numbers.count(chosen.size(), "table")
        + " in "
        + Numbers.count(domains, "domain")
        + ".";
  }

  /** The merged contract of each table that has one, as YAML. */
  private static Map<String, String> rendered(CheckedWorkspace checked, List<Definition> chosen) {
    Path root = checked.workspace().root();
    var problems = new Problems();
    Map<String, String> contracts = new LinkedHashMap<>();
    for (Definition definition : chosen) {
      if (!(definition instanceof Definition.Raw)) {
        String name = definition.table().selector();
        Path file = root.resolve("schemas/" + name + ".odcs.yaml");
        contracts.put(definition.table().toString(), Effective.render(file, root, problems));
      }
    }
    problems.throwIfAny();
    return contracts;
  }
}
