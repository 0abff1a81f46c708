package org.assize.cli;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.assize.core.Plan;
import org.assize.core.RunReport;
import org.assize.core.plan.Step;
import org.assize.core.plan.StepRunner;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;

/** Carries steps out in this process. */
final class StepsHere implements StepRunner {

  private final Session session;
  private final CheckedWorkspace checked;
  private final OpenEngine engine;

  StepsHere(Session session, CheckedWorkspace checked, OpenEngine engine) {
    this.session = session;
    this.checked = checked;
    this.engine = engine;
  }

  @Override
  public List<String> inTheWay(List<String> tables) {
    Instant now = session.surroundings().clock().instant();
    // What a scheduler that died had begun is not running.
    boolean isServed = engine.heartbeat().last().filter(last -> last.isAlive(now)).isPresent();
    Set<String> running = new TreeSet<>();
    for (PipelineRun run : engine.book().runs()) {
      if (isServed && run.state() == PipelineRun.State.BEGUN) {
        running.add(run.pipeline());
      }
    }
    return checked.pipelines().stream()
        .filter(pipeline -> running.contains(pipeline.id()) && runsOneOf(pipeline, tables))
        .map(pipeline -> "the pipeline " + pipeline.id() + " is running")
        .toList();
  }

  private static boolean runsOneOf(Pipeline pipeline, List<String> tables) {
    return pipeline.tasks().stream()
        .flatMap(task -> task.tables().stream())
        .anyMatch(table -> tables.contains(table.selector()));
  }

  @Override
  public End run(String plan, int number, Step step, Consumer<String> progress) {
    var whole = new Plan(checked.workspace(), step.tasks(checked.graph().definitions()));
    RunReport report = new WatchedRun(session).run(whole);
    return new End(report.runId(), report.exitCode(), "assize run show " + report.runId());
  }
}
