package org.assize.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Rerun;
import org.assize.core.schedule.Rerun.Extent;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.core.schedule.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a run of a pipeline due once more. */
@Command(
    footer = {
      "",
      "What is up to date is left alone, so a run that succeeded may be run again without effect.",
      "The runner is the one of the environment: in this process the next look of a scheduler takes",
      "the run up, all of it; on Airflow its tasks are cleared.",
      "",
      "Examples",
      "  assize rerun victims --failed --dry-run",
      "  assize rerun victims --failed --env prod",
      "  assize rerun victims --env prod --run scheduled__2026-11-23"
    })
final class RerunCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--failed",
      description = "Only what did not succeed, and what waited for it. Default: the whole run.")
  private boolean onlyFailed;

  @Option(names = "--dry-run", description = "Say what would be done; do nothing.")
  private boolean isDry;

  RerunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    Pipeline pipeline = options.pipeline(checked);
    Rerun rerun;
    try (var environment = new EnvironmentRunner(session, checked)) {
      ScheduleRunner runner = environment.runner();
      PipelineRun run = options.run(runner, pipeline);
      refuseUnlessEnded(run);
      rerun = runner.foresee(pipeline, run, onlyFailed ? Extent.FAILED : Extent.WHOLE);
      if (!isDry && !rerun.tasks().isEmpty()) {
        runner.rerun(rerun);
      }
    }
    tell(rerun);
    session.answer(json(rerun));
    return ExitCode.OK;
  }

  private static void refuseUnlessEnded(PipelineRun run) {
    if (!run.hasEnded()) {
      throw PlatformException.of(
          ErrorCode.RUN_UNDER_WAY,
          "Run " + run.name() + " of " + run.pipeline() + " has not ended.",
          "It stands as: " + PipelineWords.of(run.state()) + ".",
          ErrorCode.RUN_UNDER_WAY.mend());
    }
  }

  private void tell(Rerun rerun) {
    String pipeline = rerun.pipeline().id();
    rerun.tasks().forEach(task -> session.say("again " + task.id()));
    String end =
        rerun.tasks().isEmpty() ? "nothing to do" : isDry ? "nothing done" : "due once more";
    session.say(pipeline + ", run " + rerun.run().name() + ": " + end + ".");
    if (rerun.isPaused() && !rerun.tasks().isEmpty()) {
      session.say("It waits: the pipeline is paused. Let it begin: assize resume " + pipeline);
    }
  }

  private Json json(Rerun rerun) {
    return Json.document("assize.rerun/1")
        .put("dryRun", isDry)
        .put("pipeline", rerun.pipeline().id())
        .put("run", rerun.run().name())
        .put("occasion", rerun.run().occasion())
        .put("paused", rerun.isPaused())
        .put("tasks", rerun.tasks().stream().map(RerunCommand::json).toList());
  }

  private static Json json(Task task) {
    List<String> tables = task.tables().stream().map(DatasetName::selector).toList();
    return Json.object().put("task", task.id()).put("tables", tables);
  }
}
