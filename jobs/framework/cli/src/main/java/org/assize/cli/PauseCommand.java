package org.assize.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.core.schedule.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Pauses pipelines. */
@Command(
    footer = {
      "",
      "A run that is under way goes on to its end.",
      "",
      "Examples",
      "  assize pause victims",
      "  assize pause victims --env prod"
    })
class PauseCommand implements Callable<Integer> {

  private final Session session;
  private final boolean isPause;

  @Parameters(
      arity = "1..*",
      paramLabel = "PIPELINE",
      description = "Pipelines, or domains, which means all of theirs; `assize status` lists them.")
  private List<String> named = List.of();

  PauseCommand(Session session) {
    this(session, true);
  }

  private PauseCommand(Session session, boolean isPause) {
    this.session = session;
    this.isPause = isPause;
  }

  /** Lets paused pipelines begin again. */
  @Command(
      footer = {"", "Examples", "  assize resume victims", "  assize resume victims --env prod"})
  static final class Resume extends PauseCommand {

    Resume(Session session) {
      super(session, false);
    }
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    List<Pipeline> chosen = new PipelineChoice(checked.pipelines()).named(named);
    String who = session.surroundings().user();
    try (var environment = new EnvironmentRunner(session, checked)) {
      if (isPause) {
        environment.runner().pause(chosen, who);
      } else {
        environment.runner().resume(chosen, who);
      }
    }
    String word = isPause ? "paused" : "may begin again";
    chosen.forEach(pipeline -> session.say(pipeline.id() + " " + word));
    session.answer(
        Json.document("assize.pause/1")
            .put("paused", isPause)
            .put("pipelines", chosen.stream().map(Pipeline::id).toList()));
    return ExitCode.OK;
  }
}
