package org.assize.cli;

import java.util.Optional;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleRunner;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The argument and the option that choose one run of a pipeline. */
final class RunOptions {

  @Parameters(
      paramLabel = "PIPELINE",
      description = "A pipeline, or a domain that has one; `assize status` lists them.")
  private String named = "";

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Id of the run, or how it begins. Default: the newest.")
  private Optional<String> run = Optional.empty();

  /** The pipeline; fails with the nearest name where there is none. */
  Pipeline pipeline(CheckedWorkspace checked) {
    return new PipelineChoice(checked.pipelines()).one(named);
  }

  /** Its run. */
  PipelineRun run(ScheduleRunner runner, Pipeline pipeline) {
    return PipelineChoice.run(runner, pipeline, run);
  }
}
