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

/** Shows how tables and pipelines stand. */
@Command(footer = {"", "Examples", "  assize status", "  assize status --env prod --json"})
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    Instant now = session.surroundings().clock().instant();
    List<TableState> states;
    List<PipelineState> pipelines;
    try (var environment = new EnvironmentRunner(session, checked)) {
      // A server is asked first: it may not answer, and the engine takes time to start.
      pipelines =
          environment.runner().standings(checked.pipelines()).stream()
              .map(standing -> PipelineState.of(standing, now))
              .toList();
      states = environment.engine().states();
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
    tell(pipelines);
    session.answer(
        Json.document("assize.status/1")
            .put("tables", states.stream().map(StatusCommand::json).toList())
            .put("pipelines", pipelines.stream().map(PipelineState::json).toList()));
    return ExitCode.OK;
  }

  private void tell(List<PipelineState> pipelines) {
    if (pipelines.isEmpty()) {
      return;
    }
    var table = TextTable.leftAligned(4);
    table.row("pipeline", "last run", "was due", "next, in London");
    for (PipelineState state : pipelines) {
      table.row(
          state.standing().pipeline().id(),
          state.word(),
          state.standing().last().map(run -> PipelineWords.time(run.due())).orElse(""),
          state.next().map(PipelineWords::time).orElse("when another team's table is published"));
    }
    session.say("");
    session.say(table.lines());
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
