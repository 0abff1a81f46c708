package org.assize.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how well tables keep their contracts, and decides on batches that the gate held. */
@Command(
    footer = {
      "",
      "Examples",
      "  assize quality candidate 3f2a",
      "  assize quality report",
      "  assize quality history victims/referral",
      "  assize quality suggest victims/referral",
      "  assize quality accept 3f2a --reason \"Supplier confirmed the low volume\"",
      "  assize quality drop 3f2a --reason \"Sent twice\" --by \"Duty analyst\""
    })
final class QualityCommand {

  private static final Pattern BATCH = Pattern.compile("[0-9a-f]{1,32}");
  private static final int MOST_RULES = 1000;

  private final Session session;

  QualityCommand(Session session) {
    this.session = session;
  }

  @Command(
      description = "Show how the rules fared on a batch, held or not.",
      footer = {"", "Examples", "  assize quality candidate 3f2a"})
  int candidate(
      @Parameters(paramLabel = "BATCH", description = "Id of the batch, or how it begins.")
          String batch) {
    if (!BATCH.matcher(batch).matches()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`" + batch + "` is no id of a batch.",
          "Ids are hexadecimal.",
          "`assize status` lists held batches with their ids.");
    }
    try (OpenEngine engine = session.open(session.workspace())) {
      new QueryAnswer(session)
          .tell(
              engine.query(
                  "SELECT table_name AS `table`, rule, measure, value, measured_rows AS `rows`, low,"
                      + " high, effect FROM ops.metric WHERE batch_id LIKE '"
                      + batch
                      + "%' AND (value <> 0 OR effect <> 'none') ORDER BY effect = 'none', rule",
                  MOST_RULES));
    }
    return ExitCode.OK;
  }

  @Command(
      description = "Commit a held batch all the same.",
      footer = {"", "Examples", "  assize quality accept 3f2a --reason \"Confirmed\""})
  int accept(@Mixin Decision decision) {
    return new RunAnswer(session).tell(accepted(session.checked(), decision));
  }

  private RunReport accepted(CheckedWorkspace checked, Decision decision) {
    Clock clock = session.surroundings().clock();
    Instant startedAt = clock.instant();
    try (Progress progress = session.progress(1);
        OpenEngine engine = session.open(checked.workspace())) {
      List<TableOutcome> outcomes =
          HeardRun.of(session, checked)
              .decided(
                  engine.runId(),
                  progress.listener(),
                  heard ->
                      engine.accept(
                          checked.graph(),
                          decision.batch(),
                          decision.by(session.surroundings()),
                          decision.reason(),
                          heard));
      var report =
          new RunReport(
              engine.runId(),
              checked.workspace().environment(),
              startedAt,
              clock.instant(),
              outcomes);
      engine.record(report);
      return report;
    }
  }

  @Command(
      description = "Give a held batch up.",
      footer = {"", "Examples", "  assize quality drop 3f2a --reason \"Sent twice\""})
  int drop(@Mixin Decision decision) {
    try (OpenEngine engine = session.open(session.workspace())) {
      String then =
          engine.drop(decision.batch(), decision.by(session.surroundings()), decision.reason());
      session.say(then);
      session.answer(
          Json.document("assize.decision/1")
              .put("batchId", decision.batch())
              .put("decision", "dropped")
              .put("then", then));
      return ExitCode.OK;
    }
  }

  @Command(
      description = "Write pages about how well tables keep their contracts.",
      footer = {
        "",
        "The pages work without a server. They hold counts, and no value of any row.",
        "",
        "Examples",
        "  assize quality report",
        "  assize quality report victims --out /srv/www/quality"
      })
  int report(
      @Mixin Selectors selectors,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description =
                  "Folder of the pages. Default: " + QualityReport.FOLDER + " in the workspace.")
          Optional<Path> out) {
    return new QualityReport(session).write(selectors, out);
  }

  @Command(
      description = "Show what the rules of a table measured, batch by batch.",
      footer = {
        "",
        "A terminal shows blocks, any other output the figures. No figure is a value of a row.",
        "",
        "Examples",
        "  assize quality history victims/referral",
        "  assize quality history victims/referral usual_size --last 90"
      })
  int history(@Mixin QualityHistory.Choice choice) {
    return new QualityHistory(session).tell(choice);
  }

  @Command(
      description = "Suggest rules for a table, as a change of its contract to review.",
      footer = {
        "",
        "It looks at the committed rows and prints a diff: required, unique, ranges, lengths,",
        "patterns, allowed values, the usual number of rows. What the contract says already is left",
        "out, and so is every value of a column that is classified and not public.",
        "",
        "Examples",
        "  assize quality suggest victims/referral > rules.diff",
        "  git apply rules.diff"
      })
  int suggest(@Parameters(paramLabel = "TABLE", description = "domain/table.") String table) {
    return new QualitySuggest(session).tell(table);
  }

  /** Which batch, why, and who says so. */
  static final class Decision {

    @Parameters(paramLabel = "BATCH", description = "Id of the batch, or how it begins.")
    private String batch = "";

    @Option(
        names = "--reason",
        paramLabel = "WHY",
        required = true,
        description = "Kept for ever with the decision.")
    private String reason = "";

    @Option(
        names = "--by",
        paramLabel = "WHO",
        description = "Who decides. Default: the user of this system.")
    private Optional<String> by = Optional.empty();

    String batch() {
      return batch;
    }

    String reason() {
      return reason;
    }

    String by(Surroundings surroundings) {
      return by.orElseGet(surroundings::user);
    }
  }
}
