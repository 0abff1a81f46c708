package org.assize.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assize.cli.change.ChangeReport;
import org.assize.cli.change.Comparison;
import org.assize.cli.change.GitHistory;
import org.assize.cli.report.ReportJson;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.Column;
import org.assize.contract.change.TableChange;
import org.assize.contract.problem.PlatformException;
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
      "  assize check --effective victims/referral",
      "  assize check --against main"
    })
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  @Option(
      names = "--effective",
      description =
          "Print the chosen contracts with every default, and where each value comes from.")
  private boolean effective;

  @Option(
      names = "--against",
      paramLabel = "GITREF",
      description =
          "Compare all contracts with those of a commit, and refuse what breaks readers"
              + " unannounced.")
  private Optional<String> against = Optional.empty();

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var problems = new Problems();
    CheckedWorkspace checked = session.checked(problems);
    Instant now = session.surroundings().clock().instant();
    StrictCheck.add(checked, now, problems);
    Optional<ChangeReport> changes =
        against.map(reference -> changes(checked, reference, problems));
    changes.ifPresent(this::tell);
    if (!problems.isEmpty()) {
      return refuse(problems, changes);
    }
    List<Definition> chosen = selectors.choose(checked.graph());
    Map<String, String> contracts = effective ? rendered(checked, chosen) : Map.of();
    contracts.values().forEach(yaml -> session.say(yaml.stripTrailing()));
    if (!effective) {
      session.say(sum(chosen));
      standards(chosen).ifPresent(session::say);
    }
    warn(problems);
    session.answer(document(ExitCode.OK, chosen, problems, changes).put("effective", contracts));
    return ExitCode.OK;
  }

  private static ChangeReport changes(
      CheckedWorkspace checked, String reference, Problems problems) {
    List<TableChange> changes =
        new Comparison(new GitHistory("git")).since(reference, checked.workspace(), problems);
    return new ChangeReport(changes, checked.graph());
  }

  private void tell(ChangeReport changes) {
    List<String> lines = changes.lines();
    session.say(lines.isEmpty() ? List.of("No contract changed.") : lines);
  }

  /** Under {@code --against}, programs get the differences too where they are refused. */
  private int refuse(Problems problems, Optional<ChangeReport> changes) {
    var failure = new PlatformException(problems.all());
    int exitCode = changes.isPresent() ? session.fail(failure, List.of()) : session.fail(failure);
    warn(problems);
    changes.ifPresent(report -> session.answer(document(exitCode, List.of(), problems, changes)));
    return exitCode;
  }

  private static Json document(
      int exitCode, List<Definition> chosen, Problems problems, Optional<ChangeReport> changes) {
    return Json.document("assize.check/1")
        .put("exitCode", exitCode)
        .put("tables", chosen.stream().map(table -> table.table().toString()).toList())
        .put("problems", problems.all().stream().map(ReportJson::of).toList())
        .put("warnings", problems.warnings().stream().map(ReportJson::of).toList())
        .put("changes", changes.map(ChangeReport::json).orElse(List.of()));
  }

  private void warn(Problems problems) {
    problems.warnings().forEach(warning -> session.console().err().println(warning));
  }

  /** Which column standards are kept, and by how many columns. */
  private static Optional<String> standards(List<Definition> chosen) {
    Map<String, Integer> columns = new TreeMap<>();
    for (Definition definition : chosen) {
      if (definition instanceof Definition.Contracted table) {
        table.contract().columns().forEach(column -> count(column, columns));
      }
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Column standards followed: "
                + columns.entrySet().stream()
                    .map(one -> one.getKey() + " by " + Numbers.count(one.getValue(), "column"))
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static void count(Column column, Map<String, Integer> columns) {
    column.standard().ifPresent(name -> columns.merge(name, 1, Integer::sum));
    column.properties().forEach(part -> count(part, columns));
    column.items().ifPresent(part -> count(part, columns));
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
