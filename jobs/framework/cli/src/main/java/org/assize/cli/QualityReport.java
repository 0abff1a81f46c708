package org.assize.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assize.cli.progress.Progress;
import org.assize.cli.quality.TableQuality;
import org.assize.cli.site.ReportSite;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import picocli.CommandLine.ExitCode;

/** Writes the quality report. */
final class QualityReport {

  /** Folder of the pages below the workspace, where nobody names another. */
  static final String FOLDER = "quality-report";

  private final Session session;

  QualityReport(Session session) {
    this.session = session;
  }

  /** Writes the pages of the chosen tables into a folder. */
  int write(Selectors selectors, Optional<Path> out) {
    Path folder = folder(out);
    CheckedWorkspace checked = session.checked();
    List<Definition> chosen =
        selectors.choose(checked.graph()).stream()
            .filter(Definition.Contracted.class::isInstance)
            .toList();
    List<TableQuality> tables;
    try (Progress progress = session.progress(chosen.size());
        OpenEngine engine = session.open(checked.workspace())) {
      tables = new QualityGathering(engine).of(chosen, progress.listener());
    }
    Instant madeAt = session.surroundings().clock().instant();
    Path first = ReportSite.write(folder, tables, madeAt).get(0);
    session.say(first + ": " + Numbers.count(tables.size(), "table"));
    session.hint("  → open " + first.toUri());
    session.answer(
        Json.document("assize.quality-report/1")
            .put("folder", folder)
            .put("index", first)
            .put("tables", tables.stream().map(QualityReport::json).toList()));
    return ExitCode.OK;
  }

  private Path folder(Optional<Path> out) {
    Path here = session.surroundings().workingFolder().toAbsolutePath();
    Path folder =
        out.map(named -> here.resolve(named).normalize())
            .orElseGet(() -> session.workspaceFolder().resolve(FOLDER));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw PlatformException.of(
          ErrorCode.USAGE, folder + " is a file.", "", "Name a folder with --out.");
    }
    return folder;
  }

  private static Json json(TableQuality table) {
    return Json.object()
        .put("table", table.contract().name())
        .put("selector", table.contract().name().selector())
        .put("verdict", table.standing().name().toLowerCase(Locale.ROOT))
        .put("score", boxed(table.score()))
        .put("visible", boxed(table.rows().visible()))
        .put("refused", table.rows().refused())
        .put("refusedBy", table.rows().refusedBy())
        .put("lastRun", table.lastRun().map(run -> run.at()))
        .put("waiting", table.held());
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.stream().boxed().findFirst();
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.stream().boxed().findFirst();
  }
}
