package org.assize.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.cli.text.Json;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import org.assize.contract.DatasetName;
import org.assize.core.DataInterval;
import org.assize.core.incident.Incident;
import org.assize.core.incident.NoticeText;
import org.assize.core.schedule.Standing;
import org.assize.core.standing.Completeness;
import org.assize.core.standing.TableStanding;

/** How tables and pipelines stand at a moment. */
record StatusView(
    List<TableState> states,
    Map<DatasetName, TableStanding> standings,
    Map<DatasetName, Completeness> complete,
    List<PipelineState> pipelines,
    List<Incident> incidents) {

  static StatusView of(Session session, CheckedWorkspace checked, EnvironmentRunner environment) {
    // A server is asked first: it may not answer, and the engine takes time to start.
    List<Standing> pipelines = environment.runner().standings(checked.pipelines());
    OpenEngine engine = environment.engine();
    // The book is read anew, so that a second look sees what others wrote since the first.
    engine.book().runs();
    return of(session, checked, pipelines, engine);
  }

  /** The same, of pipelines that were asked for already. */
  static StatusView of(
      Session session, CheckedWorkspace checked, List<Standing> pipelines, OpenEngine engine) {
    Instant now = session.surroundings().clock().instant();
    var watch = new Watch(session, checked);
    Map<DatasetName, TableStanding> standings = watch.tables(engine);
    return new StatusView(
        engine.states(),
        standings,
        Completeness.of(checked.graph().definitions(), checked.pipelines(), standings),
        pipelines.stream().map(standing -> PipelineState.of(standing, now)).toList(),
        watch.open(pipelines, standings, Optional.empty()));
  }

  List<String> lines(Style style) {
    var table = TextTable.leftAligned(6);
    table.row("table", "state", "version", "complete through", "figures", "run");
    for (TableState state : states) {
      table.row(
          state.table().toString(),
          coloured(state, style),
          state.version().map(String::valueOf).orElse(""),
          complete(state).flatMap(Completeness::through).map(PipelineWords::time).orElse(""),
          complete(state).map(StatusView::figures).orElse(""),
          state.runId().orElse(""));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (!pipelines.isEmpty()) {
      lines.add("");
      lines.addAll(pipelineLines());
    }
    if (!incidents.isEmpty()) {
      lines.add("");
    }
    for (Incident incident : incidents) {
      lines.add(
          style.bad(NoticeText.word(incident.kind()) + ": " + incident.subject())
              + ", since "
              + PipelineWords.time(incident.since())
              + ". "
              + incident.cause());
    }
    return lines;
  }

  private List<String> pipelineLines() {
    var table = TextTable.leftAligned(4);
    table.row("pipeline", "last run", "was due", "next, in London");
    for (PipelineState state : pipelines) {
      table.row(
          state.standing().pipeline().id(),
          state.word(),
          state.standing().last().map(run -> PipelineWords.time(run.due())).orElse(""),
          state.next().map(PipelineWords::time).orElse("when another team's table is published"));
    }
    return table.lines();
  }

  /** What to do next about what is held or was taken back. */
  List<String> hints() {
    Stream<String> held =
        states.stream()
            .flatMap(state -> state.held().stream())
            .map(batch -> "  → assize quality accept " + batch + " --reason \"…\"");
    Stream<String> rolledBack =
        states.stream()
            .filter(state -> state.rolledBackTo().isPresent())
            .map(state -> "  → assize rollback release " + selector(state) + " --reason \"…\"");
    return Stream.concat(held, rolledBack).toList();
  }

  private static String selector(TableState state) {
    return state.table().selector();
  }

  private Optional<Completeness> complete(TableState state) {
    return Optional.ofNullable(complete.get(state.table()));
  }

  private static String figures(Completeness of) {
    if (of.isFinal()) {
      return "final";
    }
    return of.through().isEmpty() ? "" : "provisional";
  }

  private static String coloured(TableState state, Style style) {
    if (!state.held().isEmpty() || state.rolledBackTo().isPresent()) {
      return style.bad(state.word());
    }
    return state.version().isPresent() ? style.good(state.word()) : style.doubtful(state.word());
  }

  List<Json> tablesJson() {
    return states.stream().map(this::json).toList();
  }

  private Json json(TableState state) {
    Optional<Completeness> of = complete(state);
    Optional<DataInterval> interval = of.flatMap(Completeness::interval);
    Optional<TableStanding> standing = Optional.ofNullable(standings.get(state.table()));
    return Json.object()
        .put("table", state.table())
        .put("selector", state.table().selector())
        .put("state", state.word().replace(' ', '_'))
        .put("version", state.version())
        .put("changedAt", state.changedAt())
        .put("runId", state.runId())
        .put("held", state.held())
        .put("rolledBackTo", state.rolledBackTo())
        .put("readIn", state.readIn())
        .put("completeThrough", of.flatMap(Completeness::through))
        .put("lastGoodStart", interval.map(DataInterval::start))
        .put("lastGoodEnd", interval.map(DataInterval::end))
        .put("figures", of.map(StatusView::figures).filter(word -> !word.isEmpty()))
        .put("provisional", of.map(Completeness::provisional).orElse(List.of()))
        .put("deliveredAt", standing.flatMap(TableStanding::deliveredAt))
        .put("refused", standing.map(TableStanding::refused))
        .put("isLate", isLate(state.table()))
        .put("nextAt", next(state.table()));
  }

  private boolean isLate(DatasetName table) {
    return incidents.stream()
        .filter(incident -> incident.kind() == Incident.Kind.LATE)
        .anyMatch(
            incident ->
                incident.subject().equals(table.selector())
                    || of(table).stream()
                        .map(state -> state.standing().pipeline().id())
                        .anyMatch(incident.subject()::equals));
  }

  private Optional<Instant> next(DatasetName table) {
    return of(table).stream()
        .flatMap(state -> state.next().stream())
        .min(Comparator.naturalOrder());
  }

  /** The pipelines that run a table. */
  private List<PipelineState> of(DatasetName table) {
    return pipelines.stream()
        .filter(
            state ->
                state.standing().pipeline().tasks().stream()
                    .anyMatch(task -> task.tables().contains(table)))
        .toList();
  }
}
