package org.assize.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.Style;
import org.assize.contract.problem.Problem;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;

/** What asks for somebody's attention after a run, each with the next command to type. */
final class Attention {

  private final List<TableOutcome> outcomes;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  Attention(List<TableOutcome> outcomes, Style style) {
    this.outcomes = outcomes;
    this.style = style;
  }

  List<String> lines() {
    outcomes.forEach(this::broken);
    outcomes.forEach(this::ending);
    return lines;
  }

  private void broken(TableOutcome outcome) {
    if (outcome.broken().isEmpty()) {
      return;
    }
    String rules =
        outcome.broken().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(rule -> rule.getKey() + " " + Numbers.count(rule.getValue()))
            .collect(Collectors.joining(", "));
    add(outcome, style.doubtful("rows that broke a rule"), rules);
    if (outcome.counts().getOrDefault(Counts.QUARANTINED, 0L) > 0) {
      next("assize quarantine list " + outcome.table().selector());
    }
  }

  private void ending(TableOutcome outcome) {
    if (outcome.status() == Status.HELD) {
      add(outcome, style.bad("held"), outcome.note());
      outcome.batchId().ifPresent(this::decide);
    } else if (outcome.status() == Status.FAILED) {
      add(outcome, style.bad("failed"), outcome.problems().isEmpty() ? outcome.note() : "");
      outcome.problems().forEach(problem -> lines.add("    " + problem));
      outcome.problems().stream().map(Problem::code).distinct().limit(1).forEach(this::explain);
    } else if (outcome.status() == Status.NOT_READY || outcome.status() == Status.SKIPPED) {
      add(outcome, style.doubtful(StatusWord.of(outcome.status())), outcome.note());
      outcome.problems().forEach(problem -> lines.add("    " + problem));
    } else if (outcome.status() == Status.COMMITTED_WITH_WARNINGS && !outcome.note().isEmpty()) {
      add(outcome, style.doubtful("warnings"), outcome.note());
    }
  }

  private void decide(String batchId) {
    next("assize quality accept " + batchId + " --reason \"…\"");
    next("assize quality drop " + batchId + " --reason \"…\"");
  }

  private void explain(Enum<?> code) {
    next("assize explain " + code);
  }

  private void add(TableOutcome outcome, String what, String more) {
    lines.add(
        "  " + outcome.table().selector() + "  " + what + (more.isEmpty() ? "" : ": " + more));
  }

  private void next(String command) {
    lines.add(style.faint("    → " + command));
  }
}
