package org.assize.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.core.schedule.Task;
import org.assize.core.schedule.TaskRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what became of the tables of a run of a pipeline. */
@Command(
    footer = {
      "",
      "The runner is the one of the environment: of a run in this process it is what the ledger",
      "knows, of one on Airflow what the command of each task said in its last try.",
      "",
      "Examples",
      "  assize logs victims",
      "  assize logs victims --env prod --table victims/referral"
    })
final class LogsCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Only the task that runs this table. Default: all.")
  private Optional<String> table = Optional.empty();

  LogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    Pipeline pipeline = options.pipeline(checked);
    List<Task> wanted = table.map(name -> running(pipeline, name)).orElse(pipeline.tasks());
    PipelineRun found;
    List<TaskRecord> records;
    try (var environment = new EnvironmentRunner(session, checked)) {
      ScheduleRunner runner = environment.runner();
      found = options.run(runner, pipeline);
      records = runner.records(pipeline, found, wanted);
    }
    session.say(PipelineWords.line(found));
    records.forEach(this::tell);
    session.answer(
        Json.document("assize.logs/1")
            .put("run", PipelineWords.json(found))
            .put("tasks", records.stream().map(LogsCommand::json).toList()));
    return ExitCode.OK;
  }

  private static List<Task> running(Pipeline pipeline, String table) {
    List<Task> tasks =
        pipeline.tasks().stream()
            .filter(task -> task.tables().stream().anyMatch(t -> isCalled(t, table)))
            .toList();
    if (tasks.isEmpty()) {
      List<String> known =
          pipeline.tasks().stream()
              .flatMap(task -> task.tables().stream())
              .map(t -> table.contains("/") ? t.selector() : t.table())
              .toList();
      throw PlatformException.of(
          ErrorCode.USAGE,
          "No table `" + table + "` is run by " + pipeline.id() + ".",
          "",
          Nearest.hint(table, known));
    }
    return tasks;
  }

  private static boolean isCalled(DatasetName table, String name) {
    return name.equals(table.selector()) || name.equals(table.table());
  }

  private void tell(TaskRecord record) {
    String took = record.took().map(time -> ", " + Numbers.duration(time)).orElse("");
    session.say("");
    session.say(record.task().id() + "  " + PipelineWords.of(record.state()) + took);
    record.lines().forEach(line -> session.say(("  " + line).stripTrailing()));
    if (!record.more().isEmpty()) {
      session.hint("  → " + record.more());
    }
  }

  private static Json json(TaskRecord record) {
    return Json.object()
        .put("task", record.task().id())
        .put("tables", record.task().tables().stream().map(DatasetName::selector).toList())
        .put("state", PipelineWords.json(record.state()))
        .put("seconds", record.took().map(time -> time.toMillis() / 1000.0))
        .put("lines", record.lines())
        .put("more", record.more());
  }
}
