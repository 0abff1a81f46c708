package org.assize.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Console;
import org.assize.cli.text.Console.Screen;
import org.assize.cli.text.Frame;
import org.assize.cli.text.Json;
import org.assize.cli.text.TerminalSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows how tables and pipelines stand. */
@Command(
    footer = {
      "",
      "A table is complete through the time up to which everything that was due, by its schedule"
          + " and",
      "by those of what it reads, went in or was refused. Figures up to then are final as far as",
      "anything is known, or provisional while something is held or undecided.",
      "",
      "Examples",
      "  assize status",
      "  assize status --watch",
      "  assize status --env prod --json"
    })
final class StatusCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final Session session;

  @Option(
      names = "--watch",
      description = "Show it again every ten seconds; in a file or a pipe, only where it changed.")
  private boolean watch;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    CheckedWorkspace checked = session.checked();
    try (var environment = new EnvironmentRunner(session, checked)) {
      StatusView view = StatusView.of(session, checked, environment);
      show(view, List.of());
      session.answer(
          Json.document("assize.status/1")
              .put("tables", view.tablesJson())
              .put("pipelines", view.pipelines().stream().map(PipelineState::json).toList())
              .put("incidents", view.incidents().stream().map(IncidentWords::json).toList()));
      while (watch) {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
        List<String> shown = view.lines(session.console().outStyle());
        view = StatusView.of(session, checked, environment);
        show(view, shown);
      }
    }
    return ExitCode.OK;
  }

  /** A terminal is drawn anew; elsewhere only lines that were not there before are said. */
  private void show(StatusView view, List<String> before) {
    Console console = session.console();
    List<String> lines = view.lines(console.outStyle());
    if (watch && console.outScreen() == Screen.TERMINAL && !session.options().json()) {
      draw(view, lines);
      return;
    }
    session.say(lines.stream().filter(line -> !before.contains(line)).toList());
    if (before.isEmpty()) {
      view.hints().forEach(session::hint);
    }
  }

  private void draw(StatusView view, List<String> lines) {
    Console console = session.console();
    String now = PipelineWords.time(session.surroundings().clock().instant());
    String words = now + ", looked at every ten seconds until Ctrl-C";
    List<String> all = new ArrayList<>(List.of(console.outStyle().faint(words), ""));
    all.addAll(lines);
    if (!session.options().quiet()) {
      view.hints().forEach(hint -> all.add(console.outStyle().faint(hint)));
    }
    console.out().print(Frame.of(all, TerminalSize.now()));
    console.out().flush();
  }
}
