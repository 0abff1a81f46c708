package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.instant;
import static org.assize.airflow.client.Answers.required;

import java.util.List;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.TaskAnswer;
import org.assize.airflow.client.generated.model.TaskStateWord;
import org.jspecify.annotations.Nullable;

/** The tasks of the runs of a server. */
public final class Tasks {

  private static final List<String> AS_THEY_STARTED = List.of("start_date", "id");

  private final Exchange exchange;

  Tasks(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Every task of a run, as they started; those that did not start come last. */
  public List<TaskRun> of(String dagId, String runId) {
    return exchange.all(
        Ask.repeatable("list the tasks of run " + runId + " of DAG " + dagId),
        (api, offset) -> {
          var page =
              required(api.listTasks(dagId, runId, Page.SIZE, offset, AS_THEY_STARTED), "body");
          return new Page<>(
              each(page.getTaskInstances(), "task_instances", Tasks::task), page.getTotalEntries());
        });
  }

  /** The whole log of the last try of a task; empty before it was begun. */
  public List<LogLine> log(String dagId, String runId, TaskRun task) {
    return task.tryNumber() == 0 ? List.of() : log(dagId, runId, task, task.tryNumber());
  }

  /** The whole log of one try of a task, counted from 1. */
  public List<LogLine> log(String dagId, String runId, TaskRun task, int tryNumber) {
    return exchange.ask(
        Ask.repeatable("show the log of task " + task.taskId() + " in run " + runId),
        api -> {
          var answer = api.taskLog(dagId, runId, task.taskId(), tryNumber, task.mapIndex(), true);
          return LogLines.of(required(answer, "body").getContent());
        });
  }

  private static TaskRun task(TaskAnswer task) throws ApiException {
    return new TaskRun(
        required(task.getTaskId(), "task_id"),
        required(task.getMapIndex(), "map_index"),
        state(task.getState()),
        required(task.getTryNumber(), "try_number"),
        Optional.ofNullable(task.getPool()),
        Optional.ofNullable(task.getOperatorName()),
        instant(task.getStartDate()),
        instant(task.getEndDate()));
  }

  private static TaskState state(@Nullable TaskStateWord word) {
    return word == null ? TaskState.NONE : Answers.word(TaskState.class, word, TaskState.UNKNOWN);
  }
}
