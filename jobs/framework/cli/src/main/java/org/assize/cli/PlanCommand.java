package org.assize.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assize.cli.text.Json;
import org.assize.cli.text.TextTable;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.DatasetRule.Reads;
import org.assize.core.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Prints which tables a run would work on, in which order, and what it would write. */
@Command(
    footer = {
      "",
      "Touches no data and starts no engine.",
      "",
      "Examples",
      "  assize plan",
      "  assize plan +victims/referral_monthly"
    })
final class PlanCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Selectors selectors = new Selectors();

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    List<Definition> chosen = selectors.choose(checked.graph());
    var table = TextTable.leftAligned(4);
    table.row("table", "writes", "by", "from");
    for (Definition definition : chosen) {
      table.row(
          definition.table().selector(),
          definition.table().toString(),
          load(definition),
          from(definition));
    }
    session.say(table.lines());
    tellScans(chosen);
    session.hint("Warehouse: " + checked.workspace().warehouse());
    session.answer(
        Json.document("assize.plan/1")
            .put("environment", checked.workspace().environment())
            .put("warehouse", checked.workspace().warehouse())
            .put("landing", checked.workspace().landing())
            .put("tables", chosen.stream().map(PlanCommand::json).toList()));
    return ExitCode.OK;
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

  private static String load(Definition definition) {
    if (definition instanceof Definition.Contracted table) {
      return load(table.contract())
          + table.contract().group().map(group -> ", in group " + group).orElse("");
    }
    return "append";
  }

  private static String load(DataContract contract) {
    return switch (contract.load().mode()) {
      case APPEND -> "append";
      case MERGE -> "merge";
      case REPLACE -> "replace";
      case REPLACE_INTERVAL -> "replaceInterval";
    };
  }

  private static String from(Definition definition) {
    if (definition instanceof Definition.Raw raw) {
      return raw.source().files();
    }
    return definition.needs().stream().map(DatasetName::selector).collect(Collectors.joining(", "));
  }

  private static Json json(Definition definition) {
    return Json.object()
        .put("table", definition.table())
        .put("selector", definition.table().selector())
        .put(
            "load",
            definition instanceof Definition.Contracted table ? load(table.contract()) : "append")
        .put("group", definition.group())
        .put(
            "rulesReadingAgain",
            scanning(definition).stream()
                .map(rule -> Json.object().put("rule", rule.id()).put("reads", words(rule.reads())))
                .toList())
        .put("needs", definition.needs());
  }
}
