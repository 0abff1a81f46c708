package org.assize.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.alerts.Channels;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.Outlets;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.Workspace;
import org.assize.core.incident.Incident;
import org.assize.core.incident.Incidents;
import org.assize.core.incident.NoticeText;
import org.assize.core.incident.Situation;
import org.assize.core.incident.Teller;
import org.assize.core.schedule.Heartbeat.Beat;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Standing;
import org.assize.core.standing.Standings;
import org.assize.core.standing.TableStanding;

/** Gathers how everything stands, judges which incidents are open, and tells of them. */
final class Watch {

  private final Session session;
  private final CheckedWorkspace checked;
  private final List<Pipeline> pipelines;

  Watch(Session session, CheckedWorkspace checked) {
    this.session = session;
    this.checked = checked;
    this.pipelines = checked.pipelines();
  }

  /** How each table stands, inputs first. */
  Map<DatasetName, TableStanding> tables(OpenEngine engine) {
    List<Definition> definitions = checked.graph().definitions();
    List<RunReport> reports = engine.reports();
    Map<DatasetName, Map<String, Instant>> held = new HashMap<>();
    engine.states().forEach(state -> held.put(state.table(), held(state)));
    List<DatasetName> fed =
        definitions.stream()
            .filter(Definition.SourceFed.class::isInstance)
            .map(Definition::table)
            .toList();
    Map<DatasetName, Long> refused =
        engine.rows(fed, RunListener.SILENT).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, rows -> rows.getValue().refused()));
    return Standings.of(definitions, reports, held, refused);
  }

  private static Map<String, Instant> held(TableState state) {
    Instant begun = state.changedAt().orElse(Instant.EPOCH);
    return state.held().stream().collect(Collectors.toMap(batch -> batch, batch -> begun));
  }

  /** What is open now. */
  List<Incident> open(
      List<Standing> standings,
      Map<DatasetName, TableStanding> tables,
      Optional<Instant> heartbeat) {
    Set<String> paused =
        standings.stream()
            .filter(Standing::isPaused)
            .map(standing -> standing.pipeline().id())
            .collect(Collectors.toSet());
    var situation =
        new Situation(
            session.surroundings().clock().instant(),
            checked.graph().definitions(),
            pipelines,
            tables,
            standings.stream().flatMap(standing -> standing.last().stream()).toList(),
            paused,
            heartbeat);
    return Incidents.in(situation, outlets().platform());
  }

  /** What is open now, asked of whatever runs the environment. */
  List<Incident> open(EnvironmentRunner environment) {
    List<Standing> standings = standings(environment);
    OpenEngine engine = environment.engine();
    return open(standings, tables(engine), engine.heartbeat().last().map(Beat::at));
  }

  /** A server that does not answer keeps nobody from being told by what the ledger says. */
  private List<Standing> standings(EnvironmentRunner environment) {
    try {
      return environment.runner().standings(pipelines);
    } catch (PlatformException e) {
      e.problems().forEach(problem -> session.console().err().println(problem));
      return List.of();
    }
  }

  /** Tells whatever was not told. */
  Teller.Told tell(OpenEngine engine, List<Incident> open) {
    var channels = new Channels(outlets().mail(), session.surroundings().variables());
    return new Teller(engine.notices(), channels::to, this::text)
        .tell(open, session.surroundings().clock().instant());
  }

  private NoticeText text(Incident incident) {
    return NoticeText.of(incident, checked.workspace().environment(), link(incident));
  }

  /** The page of the table, else what Airflow shows of the pipeline. */
  Optional<String> link(Incident incident) {
    Workspace workspace = checked.workspace();
    String subject = incident.subject();
    if (subject.contains("/") && outlets().link().isPresent()) {
      String table = subject.substring(subject.indexOf('/') + 1);
      String link = outlets().link().get();
      return Optional.of(link.replace("{domain}", incident.domain()).replace("{table}", table));
    }
    return workspace
        .airflow()
        .flatMap(airflow -> dag(incident).map(dag -> airflow.url() + "/dags/" + dag));
  }

  private Optional<String> dag(Incident incident) {
    return pipelines.stream()
        .filter(
            pipeline ->
                pipeline.id().equals(incident.subject())
                    || pipeline.tasks().stream()
                        .flatMap(task -> task.tables().stream())
                        .anyMatch(table -> table.selector().equals(incident.subject())))
        .map(Pipeline::id)
        .findFirst();
  }

  private Outlets outlets() {
    return checked.workspace().outlets();
  }
}
