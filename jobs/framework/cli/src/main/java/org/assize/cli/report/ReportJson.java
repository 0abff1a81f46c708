package org.assize.cli.report;

import org.assize.cli.text.Json;
import org.assize.contract.problem.Problem;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;

/** A report as a document of shape {@code assize.run/1}. */
public final class ReportJson {

  private ReportJson() {}

  /** The document. */
  public static Json of(RunReport report) {
    return Json.document("assize.run/1")
        .put("runId", report.runId())
        .put("environment", report.environment())
        .put("bundle", report.bundle())
        .put("startedAt", report.startedAt())
        .put("endedAt", report.endedAt())
        .put("exitCode", report.exitCode())
        .put("nothingToDo", report.nothingToDo())
        .put("tables", report.tables().stream().map(ReportJson::of).toList());
  }

  private static Json of(TableOutcome outcome) {
    return Json.object()
        .put("table", outcome.table())
        .put("selector", outcome.table().selector())
        .put("status", StatusWord.json(outcome.status()))
        .put("batchId", outcome.batchId())
        .put("version", outcome.version())
        .put("counts", outcome.counts())
        .put("broken", outcome.broken())
        .put("problems", outcome.problems().stream().map(ReportJson::of).toList())
        .put("note", outcome.note())
        .put("seconds", outcome.took().toMillis() / 1000.0);
  }

  /** A problem as a member of a document. */
  public static Json of(Problem problem) {
    return Json.object()
        .put("code", problem.code())
        .put("file", problem.place().file())
        .put("line", problem.place().line())
        .put("problem", problem.problem())
        .put("cause", problem.cause())
        .put("mend", problem.mend());
  }
}
