package org.assize.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assize.cli.quality.Expectation;
import org.assize.cli.quality.Reading;
import org.assize.cli.text.Json;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.TableGraph;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the rules of one table measured, batch by batch. */
final class QualityHistory {

  private final Session session;

  QualityHistory(Session session) {
    this.session = session;
  }

  /** Tells it as a drawing on a terminal, as figures elsewhere. */
  int tell(Choice choice) {
    CheckedWorkspace checked = session.checked();
    Definition table = table(checked.graph(), choice.table);
    List<Expectation> expectations;
    try (OpenEngine engine = session.open(checked.workspace())) {
      expectations =
          new QualityGathering(engine).of(List.of(table), RunListener.SILENT).get(0).expectations();
    }
    List<Expectation> chosen = chosen(expectations, choice);
    var text = new HistoryText(session.console().outStyle(), choice.last);
    session.say(choice.rule.isPresent() ? text.batches(chosen.get(0)) : text.rules(chosen));
    session.answer(json(table.table(), chosen, choice));
    return ExitCode.OK;
  }

  private static Definition table(TableGraph graph, String name) {
    var problems = new Problems();
    List<Definition> chosen = graph.select(List.of(name), problems);
    problems.throwIfAny();
    return chosen.stream()
        .filter(table -> table.table().selector().equals(name))
        .filter(table -> !(table instanceof Definition.Raw))
        .findFirst()
        .orElseThrow(() -> noTable(name, chosen));
  }

  private static PlatformException noTable(String name, List<Definition> chosen) {
    List<String> tables =
        chosen.stream()
            .filter(table -> !(table instanceof Definition.Raw))
            .map(table -> table.table().selector())
            .toList();
    return PlatformException.of(
        ErrorCode.USAGE,
        "`" + name + "` is not one table with a contract.",
        "",
        tables.isEmpty() ? "Raw tables have no rules." : Nearest.hint(name, tables));
  }

  private static List<Expectation> chosen(List<Expectation> all, Choice choice) {
    if (choice.rule.isEmpty()) {
      return all;
    }
    String rule = choice.rule.get();
    List<Expectation> chosen = all.stream().filter(one -> one.rule().equals(rule)).toList();
    if (chosen.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "The table " + choice.table + " has no rule `" + rule + "`.",
          "",
          Nearest.hint(rule, all.stream().map(Expectation::rule).toList()));
    }
    return chosen;
  }

  private static Json json(DatasetName table, List<Expectation> chosen, Choice choice) {
    List<Json> rules = new ArrayList<>();
    for (Expectation rule : chosen) {
      rules.add(
          Json.object()
              .put("rule", rule.rule())
              .put("sentence", rule.sentence())
              .put("limit", rule.limit())
              .put("measure", rule.measure().name().toLowerCase(Locale.ROOT))
              .put("unit", rule.unit())
              .put("notShown", rule.disclosure().reason())
              .put(
                  "readings",
                  HistoryText.last(rule.readings(), choice.last).stream()
                      .map(QualityHistory::json)
                      .toList()));
    }
    return Json.document("assize.quality-history/1")
        .put("table", table)
        .put("selector", table.selector())
        .put("rules", rules);
  }

  private static Json json(Reading reading) {
    Instant at = reading.at();
    return Json.object()
        .put("at", at)
        .put("batchId", reading.batchId())
        .put("runId", reading.runId())
        .put("contractVersion", reading.contractVersion())
        .put("figure", boxed(reading.figure()))
        .put("measuredRows", reading.rows())
        .put("low", boxed(reading.low()))
        .put("high", boxed(reading.high()))
        .put("effect", reading.effect().name().toLowerCase(Locale.ROOT))
        .put("isExempt", reading.isExempt())
        .put("isHeld", reading.isHeld());
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.stream().boxed().findFirst();
  }

  /** Whose history, and how much of it. */
  static final class Choice {

    @Parameters(index = "0", paramLabel = "TABLE", description = "domain/table")
    private String table = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "RULE",
        description = "Every batch of this rule. Default: one line for each rule.")
    private Optional<String> rule = Optional.empty();

    @Option(names = "--last", paramLabel = "N", description = "Batches to show. Default: 30.")
    private int last = 30;
  }
}
