package org.assize.airflow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.DagRun;
import org.assize.airflow.client.TaskRun;
import org.assize.airflow.client.TaskState;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.assize.core.schedule.TaskRecord;

/** Reads runs and tasks of a server as runs of pipelines. */
final class RunReading {

  private static final int HELD = 4;

  private final AirflowServer server;
  private final URI address;

  RunReading(AirflowServer server, URI address) {
    this.server = server;
    this.address = address;
  }

  /** A run as it stands now: whether a failure is a hold stands in the logs of its tasks. */
  PipelineRun run(DagRun run) {
    List<TaskRun> tasks = server.tasks().of(run.dagId(), run.id());
    Instant due = run.runAfter().or(run::queued).or(run::started).orElse(Instant.EPOCH);
    return new PipelineRun(
        run.dagId(),
        occasion(run),
        due,
        state(run, tasks),
        tasks.stream().mapToInt(TaskRun::tryNumber).reduce(1, Math::max),
        run.ended().or(run::started).or(run::queued).orElse(due),
        Optional.empty(),
        run.id());
  }

  /** Its interval, or its id where it has none. */
  static String occasion(DagRun run) {
    return run.interval()
        .filter(span -> span.start().isBefore(span.end()))
        .map(span -> span.start() + "/" + span.end())
        .orElse(run.id());
  }

  /** A task that the server does not know in this run, being newer, waits for ever. */
  TaskRecord record(PipelineRun run, Task task, Optional<TaskRun> known) {
    if (known.isEmpty()) {
      return new TaskRecord(task, State.WAITING, Optional.empty(), List.of(), "");
    }
    TaskRun one = known.get();
    TaskOutput output = output(run.pipeline(), run.runId(), one);
    return new TaskRecord(
        task,
        state(one.state(), output),
        one.tryNumber() == 0
            ? Optional.empty()
            : one.started().flatMap(from -> one.ended().map(to -> Duration.between(from, to))),
        output.lines(),
        page(run, task));
  }

  private State state(DagRun run, List<TaskRun> tasks) {
    return switch (run.state()) {
      case QUEUED -> State.WAITING;
      case SUCCESS -> State.DONE;
      case FAILED -> isHeld(run, tasks) ? State.HELD : State.FAILED;
      case RUNNING, UNKNOWN -> isTriedAgain(tasks) ? State.AGAIN : State.BEGUN;
    };
  }

  private boolean isHeld(DagRun run, List<TaskRun> tasks) {
    List<TaskRun> failed = tasks.stream().filter(t -> t.state() == TaskState.FAILED).toList();
    return !failed.isEmpty()
        && failed.stream().allMatch(task -> isHeld(output(run.dagId(), run.id(), task)));
  }

  private static boolean isTriedAgain(List<TaskRun> tasks) {
    Set<TaskState> states = tasks.stream().map(TaskRun::state).collect(Collectors.toSet());
    return states.contains(TaskState.UP_FOR_RETRY) && !states.contains(TaskState.RUNNING);
  }

  private TaskOutput output(String dag, String run, TaskRun task) {
    return TaskOutput.of(server.tasks().log(dag, run, task));
  }

  private static boolean isHeld(TaskOutput output) {
    return output.exitCode().orElse(0) == HELD;
  }

  private static State state(TaskState state, TaskOutput output) {
    return switch (state) {
      case SUCCESS -> State.DONE;
      case FAILED -> isHeld(output) ? State.HELD : State.FAILED;
      case UP_FOR_RETRY, UP_FOR_RESCHEDULE -> State.AGAIN;
      case UPSTREAM_FAILED, SKIPPED, REMOVED -> State.PASSED_OVER;
      case NONE, SCHEDULED, QUEUED -> State.WAITING;
      case RUNNING, RESTARTING, DEFERRED, AWAITING_INPUT, UNKNOWN -> State.BEGUN;
    };
  }

  private String page(PipelineRun run, Task task) {
    String root = address.toString().replaceAll("/+$", "");
    return root
        + "/dags/"
        + escaped(run.pipeline())
        + "/runs/"
        + escaped(run.runId())
        + "/tasks/"
        + escaped(task.id());
  }

  private static String escaped(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
