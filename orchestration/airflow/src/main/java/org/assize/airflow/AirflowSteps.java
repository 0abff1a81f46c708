package org.assize.airflow;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.DagRun;
import org.assize.airflow.client.RunQuery;
import org.assize.airflow.client.RunState;
import org.assize.airflow.client.Sleeper;
import org.assize.core.DataInterval;
import org.assize.core.plan.Step;
import org.assize.core.plan.StepRunner;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Standing;
import org.assize.core.schedule.Task;

/** Carries steps out on an Airflow server, in the DAGs of the pipelines that run their tables. */
public final class AirflowSteps implements StepRunner {

  private final List<Pipeline> pipelines;
  private final AirflowServer server;
  private final AirflowRunner runner;
  private final RunReading reading;
  private final Backfilling backfilling;
  private final Clock clock;

  /** Asks a server, which people's browsers find at an address, for work in pipelines. */
  public AirflowSteps(
      List<Pipeline> pipelines, AirflowServer server, URI address, Clock clock, Sleeper sleeper) {
    this.pipelines = List.copyOf(pipelines);
    this.server = server;
    this.runner = new AirflowRunner(server, address);
    this.reading = new RunReading(server, address);
    this.backfilling = new Backfilling(server, clock, sleeper);
    this.clock = clock;
  }

  @Override
  public List<String> inTheWay(List<String> tables) {
    List<String> reasons = new ArrayList<>();
    Set<Pipeline> meant = new HashSet<>();
    for (String table : tables) {
      Optional<Pipeline> pipeline = home(table);
      pipeline.ifPresent(meant::add);
      if (pipeline.isEmpty()) {
        reasons.add("no pipeline runs " + table + ", so that Airflow cannot");
      }
    }
    List<Pipeline> inOrder = pipelines.stream().filter(meant::contains).toList();
    runner.standings(inOrder).forEach(standing -> reasons.addAll(inTheWay(standing)));
    return reasons;
  }

  private List<String> inTheWay(Standing standing) {
    String pipeline = "the pipeline " + standing.pipeline().id();
    if (!standing.isDeployed()) {
      return List.of(pipeline + " is not deployed");
    }
    List<String> reasons = new ArrayList<>();
    if (standing.isPaused()) {
      reasons.add(pipeline + " is paused, and a backfill of it would wait");
    }
    if (!standing.obstacle().isEmpty()) {
      reasons.add(pipeline + " cannot run: " + standing.obstacle());
    }
    RunQuery open = RunQuery.of(standing.pipeline().id()).in(RunState.QUEUED, RunState.RUNNING);
    if (!server.runs().list(open.newest(1)).isEmpty()) {
      reasons.add(pipeline + " is running");
    }
    return reasons;
  }

  @Override
  public End run(String plan, int number, Step step, Consumer<String> progress) {
    Map<Pipeline, Set<String>> homes = new LinkedHashMap<>();
    for (Step.Part part : step.tables()) {
      homes
          .computeIfAbsent(home(part.table()).orElseThrow(), p -> new HashSet<>())
          .add(part.table());
    }
    Optional<DataInterval> span = step.span();
    List<PipelineRun> ended = new ArrayList<>();
    String name = "backfill_" + plan + "_" + (number + 1) + "_" + clock.instant().getEpochSecond();
    homes.forEach(
        (pipeline, tables) -> {
          var anew = new ComputedAnew(pipeline, tables.stream().sorted().toList(), span);
          for (DagRun run : backfilling.carryOut(anew, name, progress)) {
            ended.add(reading.run(run));
          }
        });
    PipelineRun telling =
        ended.stream()
            .filter(run -> run.state() != State.DONE)
            .findFirst()
            .orElseGet(() -> ended.get(ended.size() - 1));
    return new End(
        telling.runId(),
        exitCode(ended),
        "assize logs " + telling.pipeline() + " --run " + telling.runId());
  }

  /** As of a run: failures first, then holds. */
  private static int exitCode(List<PipelineRun> ended) {
    Set<State> states = new HashSet<>();
    ended.forEach(run -> states.add(run.state()));
    if (states.contains(State.FAILED)) {
      return states.contains(State.DONE) ? 3 : 1;
    }
    return states.contains(State.HELD) ? 4 : 0;
  }

  /** The pipeline that runs a table; one with a schedule where there are several. */
  private Optional<Pipeline> home(String table) {
    List<Pipeline> homes =
        pipelines.stream()
            .filter(pipeline -> pipeline.tasks().stream().anyMatch(task -> runs(task, table)))
            .toList();
    return homes.stream()
        .filter(pipeline -> pipeline.schedule().isPresent())
        .findFirst()
        .or(() -> homes.stream().findFirst());
  }

  private static boolean runs(Task task, String table) {
    return task.tables().stream().anyMatch(own -> own.selector().equals(table));
  }
}
