package org.assize.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.Domain;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Counts;
import org.assize.core.incident.Incident;
import org.assize.core.standing.TableStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** The page that a team reads in the morning. */
@Command(
    footer = {
      "",
      "What ran in the last day, what is open, what comes next. Ends with 0 whatever it says.",
      "",
      "Examples",
      "  assize digest electronic_monitoring",
      "  assize digest cases --env prod | mail -s \"Cases this morning\" case-data@example.org"
    })
final class DigestCommand implements Callable<Integer> {

  private static final Duration BACK = Duration.ofDays(1);

  private final Session session;

  @Parameters(paramLabel = "DOMAIN", description = "Whose tables.")
  private String domain = "";

  DigestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    Domain chosen = chosen(checked.workspace().domains());
    StatusView view;
    try (var environment = new EnvironmentRunner(session, checked)) {
      view = StatusView.of(session, checked, environment);
    }
    Instant now = session.surroundings().clock().instant();
    List<TableStanding> ran =
        view.standings().values().stream()
            .filter(standing -> standing.table().domain().equals(domain))
            .filter(standing -> isRecent(standing, now))
            .toList();
    List<Incident> open =
        view.incidents().stream().filter(incident -> incident.domain().equals(domain)).toList();
    List<PipelineState> next =
        view.pipelines().stream()
            .filter(state -> state.standing().pipeline().domain().equals(domain))
            .toList();
    String owner = chosen.owner().isEmpty() ? "" : ", " + chosen.owner();
    session.say(domain + owner + ", " + PipelineWords.time(now));
    session.say("");
    session.say(Numbers.count(ran.size(), "table") + " ran since yesterday.");
    ran.forEach(standing -> session.say("  " + line(standing)));
    session.say("");
    session.say(
        open.isEmpty() ? "Nothing is open." : Numbers.count(open.size(), "incident") + " open.");
    for (Incident incident : open) {
      IncidentWords.lines(incident, checked.workspace().environment())
          .forEach(line -> session.say("  " + line));
    }
    session.say("");
    session.say("Next:");
    next.forEach(state -> session.say("  " + line(state)));
    session.answer(
        Json.document("assize.digest/1")
            .put("domain", domain)
            .put("ran", ran.stream().map(DigestCommand::json).toList())
            .put("incidents", open.stream().map(IncidentWords::json).toList())
            .put("pipelines", next.stream().map(PipelineState::json).toList()));
    return ExitCode.OK;
  }

  private Domain chosen(List<Domain> domains) {
    List<String> names = domains.stream().map(Domain::name).toList();
    return domains.stream()
        .filter(each -> each.name().equals(domain))
        .findFirst()
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.USAGE,
                    "No domain is called `" + domain + "`.",
                    "",
                    Nearest.hint(domain, names)));
  }

  private static boolean isRecent(TableStanding standing, Instant now) {
    return standing.last().filter(last -> last.endedAt().isAfter(now.minus(BACK))).isPresent();
  }

  private static String line(TableStanding standing) {
    var last = standing.last().orElseThrow();
    List<String> parts = new ArrayList<>();
    parts.add(word(standing));
    long refused = last.outcome().counts().getOrDefault(Counts.QUARANTINED, 0L);
    if (refused > 0) {
      parts.add(Numbers.count(refused, "row") + " refused");
    }
    if (standing.refused() > 0) {
      parts.add(Numbers.count(standing.refused(), "refused row") + " undecided");
    }
    return PipelineWords.time(last.endedAt())
        + "  "
        + standing.table()
        + "  "
        + String.join(", ", parts);
  }

  private static String word(TableStanding standing) {
    return standing
        .last()
        .orElseThrow()
        .outcome()
        .status()
        .name()
        .toLowerCase(java.util.Locale.ROOT)
        .replace('_', ' ');
  }

  private static String line(PipelineState state) {
    String when =
        state.next().map(PipelineWords::time).orElse("when another team's table is published");
    return when
        + "  "
        + state.standing().pipeline().id()
        + (state.standing().isPaused() ? ", but it is paused" : "");
  }

  private static Json json(TableStanding standing) {
    var last = standing.last().orElseThrow();
    return Json.object()
        .put("table", standing.table())
        .put("status", word(standing).replace(' ', '_'))
        .put("endedAt", last.endedAt())
        .put("runId", last.runId())
        .put("refused", standing.refused());
  }
}
