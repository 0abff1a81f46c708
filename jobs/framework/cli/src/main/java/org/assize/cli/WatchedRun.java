package org.assize.cli;

import java.time.Clock;
import org.assize.cli.progress.Progress;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.local.LocalRunner;

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

  /** The same; somebody else shows how it goes on. */
  RunReport run(Plan plan, RunListener listener) {
    Clock clock = session.surroundings().clock();
    try (OpenEngine engine = session.open(plan.workspace())) {
      RunReport report = new LocalRunner(clock).run(engine.runId(), plan, engine, listener);
      engine.record(report);
      return report;
    }
  }
}
