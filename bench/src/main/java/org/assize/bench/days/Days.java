package org.assize.bench.days;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.bench.Template;
import org.assize.contract.problem.Problems;
import org.assize.core.Measurement;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceCheck;
import org.assize.core.WorkspaceLoader;
import org.assize.local.LocalRunner;
import org.assize.spark.Engine;
import org.assize.spark.sql.CatalystInspector;

/** A workspace that takes in one day after the other, each at six in the morning after it. */
final class Days {

  private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Path folder;
  private final long seed;
  private final Workspace workspace;
  private final TableGraph graph;

  private Days(Path folder, long seed, Workspace workspace, TableGraph graph) {
    this.folder = folder;
    this.seed = seed;
    this.workspace = workspace;
    this.graph = graph;
  }

  /** Lays the workspace into an empty folder. */
  static Days in(Template template, Path folder, long seed) throws IOException {
    template.copyTo(folder);
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(folder, Optional.empty(), problems);
    TableGraph graph = WorkspaceCheck.check(workspace, new CatalystInspector(), problems);
    problems.throwIfAny();
    return new Days(folder, seed, workspace, graph);
  }

  /** Delivers a share of a day's rows and runs every table. */
  List<TableOutcome> run(int number, double share) throws IOException {
    LocalDate day = FIRST.plusDays(number);
    new CleanDay(day, number, seed).deliver(folder.resolve("landing"), share);
    Clock clock = Clock.fixed(morningAfter(day), LONDON);
    List<TableTask> tasks =
        graph.definitions().stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    try (Engine engine = Engine.open(workspace, clock)) {
      RunReport report =
          new LocalRunner(clock)
              .run(engine.runId(), new Plan(workspace, tasks), engine, RunListener.SILENT);
      return report.tables();
    }
  }

  /** Every figure of every rule so far, oldest first in each table. */
  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    try (Engine engine = Engine.open(workspace, Clock.systemUTC())) {
      workspace.contracts().forEach(table -> all.addAll(engine.measurements(table.name())));
    }
    return all;
  }

  static Instant morningAfter(LocalDate day) {
    return day.plusDays(1).atTime(LocalTime.of(6, 0)).atZone(LONDON).toInstant();
  }
}
