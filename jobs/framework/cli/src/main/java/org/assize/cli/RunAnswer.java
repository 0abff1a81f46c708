package org.assize.cli;

import org.assize.cli.report.ReportJson;
import org.assize.cli.report.ReportText;
import org.assize.core.RunReport;

/** Tells people and programs how a run ended. */
final class RunAnswer {

  private final Session session;

  RunAnswer(Session session) {
    this.session = session;
  }

  /** Prints the report and answers its exit code. */
  int tell(RunReport report) {
    session.say(new ReportText(report, session.console().outStyle()).lines());
    session.answer(ReportJson.of(report));
    return report.exitCode();
  }
}
