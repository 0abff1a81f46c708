package org.assize.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Json;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on batches that the gate held. */
@Command(
    footer = {
      "",
      "Examples",
      "  assize quality accept 3f2a --reason \"Supplier confirmed the low volume\"",
      "  assize quality drop 3f2a --reason \"Sent twice\" --by \"Duty analyst\""
    })
final class QualityCommand {

  private final Session session;

  QualityCommand(Session session) {
    this.session = session;
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
      TableOutcome outcome =
          engine.accept(
              checked.graph(),
              decision.batch(),
              decision.by(session.surroundings()),
              decision.reason(),
              progress.listener());
      var report =
          new RunReport(
              engine.runId(),
              checked.workspace().environment(),
              startedAt,
              clock.instant(),
              List.of(outcome));
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
      return by.orElseGet(
          () ->
              surroundings
                  .variables()
                  .getOrDefault("USER", System.getProperty("user.name", "unknown")));
    }
  }
}
