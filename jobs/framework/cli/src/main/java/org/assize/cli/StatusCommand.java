package org.assize.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Shows how the tables stand. */
@Command(footer = {"", "Examples", "  assize status", "  assize status --env prod --json"})
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<TableState> states;
    try (OpenEngine engine = session.open(session.workspace())) {
      states = engine.states();
    }
    Style style = session.console().outStyle();
    var table = TextTable.leftAligned(5);
    table.row("table", "state", "version", "last batch", "run");
    for (TableState state : states) {
      table.row(
          state.table().toString(),
          coloured(state, style),
          state.version().map(String::valueOf).orElse(""),
          state.changedAt().map(StatusCommand::time).orElse(""),
          state.runId().orElse(""));
    }
    session.say(table.lines());
    for (TableState state : states) {
      for (String batch : state.held()) {
        session.hint("  → assize quality accept " + batch + " --reason \"…\"");
      }
    }
    session.answer(
        Json.document("assize.status/1")
            .put("tables", states.stream().map(StatusCommand::json).toList()));
    return ExitCode.OK;
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String coloured(TableState state, Style style) {
    if (!state.held().isEmpty()) {
      return style.bad(state.word());
    }
    return state.version().isPresent() ? style.good(state.word()) : style.doubtful(state.word());
  }

  private static Json json(TableState state) {
    return Json.object()
        .put("table", state.table())
        .put("selector", state.table().selector())
        .put("state", state.word().replace(' ', '_'))
        .put("version", state.version())
        .put("changedAt", state.changedAt())
        .put("runId", state.runId())
        .put("held", state.held());
  }
}
