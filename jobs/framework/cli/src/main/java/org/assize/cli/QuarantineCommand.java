package org.assize.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DataContract;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at refused rows, takes them once more, or gives them up. */
@Command(
    footer = {
      "",
      "A refused row is open until a replay brings it in or somebody discards it; one that only",
      "lacks its parent is waiting, and every run tries it again.",
      "",
      "Examples",
      "  assize quarantine list",
      "  assize quarantine list victims/referral --rule contact_follows_referral",
      "  assize quarantine show victims/referral 3f2a9c01d4e5",
      "  assize quarantine replay victims/referral --dry-run",
      "  assize quarantine discard victims/referral --rule age_band_valid --reason \"Test rows\""
    })
final class QuarantineCommand {

  private final Session session;

  QuarantineCommand(Session session) {
    this.session = session;
  }

  @Command(
      description = "Count refused rows by table and rule, or list those of one table.",
      footer = {"", "Examples", "  assize quarantine list victims/referral --status open"})
  int list(
      @Parameters(paramLabel = "TABLE", arity = "0..1", description = "domain/table")
          Optional<String> table,
      @Option(names = "--rule", paramLabel = "ID", description = "Only rows refused by this rule.")
          Optional<String> rule,
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              description = "open, waiting, released or discarded.")
          Optional<String> status,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "Rows to show. Default: 50.")
          int limit,
      @Option(
              names = "--offset",
              paramLabel = "N",
              defaultValue = "0",
              description = "Rows to pass over first. Default: 0.")
          int offset) {
    CheckedWorkspace checked = session.checked();
    List<DataContract> tables =
        table.isEmpty()
            ? RefusedRows.tables(checked)
            : List.of(RefusedRows.table(checked, table.get()).contract());
    try (OpenEngine engine = session.open(checked.workspace())) {
      var refused = new RefusedRows(engine, rule, status);
      QueryResult result =
          table.isEmpty() ? refused.counted(tables) : refused.page(tables.get(0), limit, offset);
      new QueryAnswer(session).tell(result);
      if (result.rows().isEmpty()) {
        session.hint("No such row is in quarantine.");
      } else if (result.cut()) {
        session.hint("More follow: --offset " + (offset + limit));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      description = "Show what was delivered for one refused row, classified columns masked.",
      footer = {
        "",
        "Examples",
        "  assize quarantine show victims/referral 3f2a9c01d4e5",
        "  assize quarantine show victims/referral 3f2a9c01d4e5 --reveal \"Fault report 17\""
      })
  int show(
      @Parameters(paramLabel = "TABLE", description = "domain/table") String table,
      @Parameters(paramLabel = "ROW", description = "Id of the row, as list shows it.") String row,
      @Option(
              names = "--reveal",
              paramLabel = "WHY",
              description = "Show everything; who looked and why is kept for ever.")
          Optional<String> why) {
    CheckedWorkspace checked = session.checked();
    Definition.SourceFed definition = RefusedRows.table(checked, table);
    try (OpenEngine engine = session.open(checked.workspace())) {
      Delivered delivered =
          engine.delivered(definition.contract(), row, session.surroundings().user(), why);
      session.say(delivered.lines());
      session.answer(delivered.json());
    }
    return ExitCode.OK;
  }

  @Command(
      description = "Take refused rows once more, under the present contract.",
      footer = {
        "",
        "Twice is as good as once.",
        "",
        "Examples",
        "  assize quarantine replay victims/referral"
      })
  int replay(
      @Parameters(paramLabel = "TABLE", description = "domain/table") String table,
      @Mixin Rows rows,
      @Option(names = "--dry-run", description = "Count what would come in; change nothing.")
          boolean isDry) {
    CheckedWorkspace checked = session.checked();
    Definition.SourceFed definition = RefusedRows.table(checked, table);
    Instant startedAt = session.surroundings().clock().instant();
    try (OpenEngine engine = session.open(checked.workspace())) {
      TableOutcome outcome =
          HeardRun.of(session, checked)
              .decided(
                  engine.runId(),
                  RunListener.SILENT,
                  heard ->
                      List.of(engine.replay(definition, rows.rule(), rows.ids(), isDry, heard)))
              .get(0);
      var report =
          new RunReport(
              engine.runId(),
              checked.workspace().environment(),
              startedAt,
              session.surroundings().clock().instant(),
              List.of(outcome));
      if (isDry) {
        return tried(outcome);
      }
      engine.record(report);
      return new RunAnswer(session).tell(report);
    }
  }

  private int tried(TableOutcome outcome) {
    long all = outcome.counts().getOrDefault("rows", 0L);
    long come = outcome.counts().getOrDefault("committed", 0L);
    session.say(
        Numbers.count(come)
            + " of "
            + Numbers.count(all)
            + " rows would come in; "
            + Numbers.count(all - come)
            + " would be refused again. Nothing was changed.");
    session.answer(Json.document("assize.replay/1").put("rows", all).put("wouldComeIn", come));
    return ExitCode.OK;
  }

  @Command(
      description = "Give refused rows up; they stay in quarantine, marked.",
      footer = {
        "",
        "Examples",
        "  assize quarantine discard victims/referral --rule r --reason \"Test rows\""
      })
  int discard(
      @Parameters(paramLabel = "TABLE", description = "domain/table") String table,
      @Mixin Rows rows,
      @Option(
              names = "--reason",
              paramLabel = "WHY",
              required = true,
              description = "Kept for ever with the decision.")
          String reason) {
    CheckedWorkspace checked = session.checked();
    Definition.SourceFed definition = RefusedRows.table(checked, table);
    try (OpenEngine engine = session.open(checked.workspace())) {
      long count =
          engine.discard(
              definition.contract(),
              rows.rule(),
              rows.ids(),
              session.surroundings().user(),
              reason);
      session.say("Discarded " + Numbers.count(count) + (count == 1 ? " row." : " rows."));
      session.answer(Json.document("assize.discard/1").put("discarded", count));
    }
    return ExitCode.OK;
  }

  /** Which open rows of a table. */
  static final class Rows {

    @Option(names = "--rule", paramLabel = "ID", description = "Only rows refused by this rule.")
    private Optional<String> rule = Optional.empty();

    @Option(
        names = "--row",
        paramLabel = "ROW",
        description = "Only the row with this id; may be repeated.")
    private List<String> ids = List.of();

    String rule() {
      return rule.orElse("");
    }

    List<String> ids() {
      return ids;
    }
  }
}
