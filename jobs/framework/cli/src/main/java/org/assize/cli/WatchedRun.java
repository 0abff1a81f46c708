package org.assize.cli;

import java.time.Clock;
import java.time.Duration;
import org.assize.cli.progress.Progress;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableRunner;
import org.assize.local.LocalRunner;
import org.assize.local.TimedRunner;

/** Runs a plan in this process, shows how it goes on, and keeps its report. */
final class WatchedRun {

  private final Session session;

  WatchedRun(Session session) {
    this.session = session;
  }

  RunReport run(Plan plan) {
    try (Progress progress = session.progress(plan.tasks().size())) {
      return run(plan, progress.listener());
    }
  }

  /** The same with a limit of time for tables that run at once; nobody shows how it goes on. */
  RunReport run(Plan plan, Duration timeout) {
    try (OpenEngine engine = session.open(plan.workspace())) {
      var timed = new TimedRunner(engine, engine::cancel, timeout);
      return recorded(engine, timed, plan, RunListener.SILENT);
    }
  }

  private RunReport run(Plan plan, RunListener listener) {
    try (OpenEngine engine = session.open(plan.workspace())) {
      return recorded(engine, engine, plan, listener);
    }
  }

  private RunReport recorded(
      OpenEngine engine, TableRunner runner, Plan plan, RunListener listener) {
    Clock clock = session.surroundings().clock();
    RunReport report =
        new HeardRun(session, plan.workspace(), plan.tasks())
            .of(
                engine.runId(),
                listener,
                heard -> new LocalRunner(clock).run(engine.runId(), plan, runner, heard));
    engine.record(report);
    return report;
  }
}
