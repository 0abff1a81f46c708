package org.assize.airflow;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.DagRun;
import org.assize.airflow.client.DagStatus;
import org.assize.airflow.client.Pool;
import org.assize.airflow.client.RunQuery;
import org.assize.airflow.client.TaskRun;
import org.assize.airflow.client.TaskState;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Rerun;
import org.assize.core.schedule.Rerun.Extent;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.core.schedule.Standing;
import org.assize.core.schedule.Task;
import org.assize.core.schedule.TaskRecord;

/** An Airflow server as what runs the pipelines of an environment: each is a DAG of its id. */
public final class AirflowRunner implements ScheduleRunner {

  private static final int MOST = 100;

  /** What Airflow runs again where only failures are asked for. */
  private static final Set<TaskState> FAILED =
      EnumSet.of(TaskState.FAILED, TaskState.UPSTREAM_FAILED);

  private final AirflowServer server;
  private final OurDags dags;
  private final RunReading reading;

  /** Asks a server, which people's browsers find at an address. */
  public AirflowRunner(AirflowServer server, URI address) {
    this.server = server;
    this.dags = new OurDags(server);
    this.reading = new RunReading(server, address);
  }

  @Override
  public List<Standing> standings(List<Pipeline> pipelines) {
    Map<String, DagStatus> known = dags.of(pipelines);
    Set<String> pools = server.pools().all().stream().map(Pool::name).collect(Collectors.toSet());
    return pipelines.stream()
        .map(p -> standing(p, Optional.ofNullable(known.get(p.id())), pools))
        .toList();
  }

  private Standing standing(Pipeline pipeline, Optional<DagStatus> dag, Set<String> pools) {
    if (dag.isEmpty()) {
      return new Standing(pipeline, false, false, Optional.empty(), "");
    }
    String pool = DagDeclaration.pool(pipeline.domain());
    String obstacle =
        dag.get().hasImportErrors()
            ? "Airflow cannot read its file"
            : pools.contains(pool) ? "" : "its pool " + pool + " is missing";
    return new Standing(pipeline, true, dag.get().isPaused(), newest(pipeline), obstacle);
  }

  private Optional<PipelineRun> newest(Pipeline pipeline) {
    return server.runs().list(RunQuery.of(pipeline.id()).newest(1)).stream()
        .findFirst()
        .map(reading::run);
  }

  @Override
  public void pause(List<Pipeline> pipelines, String who) {
    dags.deployed(pipelines).forEach(dag -> server.dags().pause(dag.id()));
  }

  @Override
  public void resume(List<Pipeline> pipelines, String who) {
    dags.deployed(pipelines).forEach(dag -> server.dags().unpause(dag.id()));
  }

  @Override
  public List<String> runs(Pipeline pipeline) {
    return newestRuns(pipeline).stream().map(DagRun::id).toList();
  }

  @Override
  public Optional<PipelineRun> find(Pipeline pipeline, String name) {
    dags.deployed(List.of(pipeline));
    return server
        .runs()
        .find(pipeline.id(), name)
        .or(() -> newestRuns(pipeline).stream().filter(run -> isFor(run, name)).findFirst())
        .map(reading::run);
  }

  private List<DagRun> newestRuns(Pipeline pipeline) {
    dags.deployed(List.of(pipeline));
    return server.runs().list(RunQuery.of(pipeline.id()).newest(MOST));
  }

  private static boolean isFor(DagRun run, String occasion) {
    return RunReading.occasion(run).equals(occasion);
  }

  @Override
  public List<TaskRecord> records(Pipeline pipeline, PipelineRun run, List<Task> wanted) {
    Map<String, TaskRun> known = tasks(pipeline, run);
    return wanted.stream()
        .map(task -> reading.record(run, task, Optional.ofNullable(known.get(task.id()))))
        .toList();
  }

  @Override
  public Rerun foresee(Pipeline pipeline, PipelineRun run, Extent extent) {
    DagStatus dag = dags.deployed(List.of(pipeline)).get(0);
    Map<String, TaskRun> known = tasks(pipeline, run);
    List<Task> again =
        pipeline.tasks().stream()
            .filter(task -> known.containsKey(task.id()))
            .filter(task -> extent == Extent.WHOLE || hasFailed(known, task))
            .toList();
    return new Rerun(pipeline, run, extent, again, dag.isPaused());
  }

  private static boolean hasFailed(Map<String, TaskRun> known, Task task) {
    return FAILED.contains(Objects.requireNonNull(known.get(task.id())).state());
  }

  @Override
  public void rerun(Rerun rerun) {
    String dag = rerun.pipeline().id();
    if (rerun.extent() == Extent.WHOLE) {
      server.runs().rerunAll(dag, rerun.run().runId());
    } else {
      server.runs().rerunFailed(dag, rerun.run().runId());
    }
  }

  private Map<String, TaskRun> tasks(Pipeline pipeline, PipelineRun run) {
    return server.tasks().of(pipeline.id(), run.runId()).stream()
        .collect(Collectors.toMap(TaskRun::taskId, Function.identity(), (one, other) -> one));
  }
}
