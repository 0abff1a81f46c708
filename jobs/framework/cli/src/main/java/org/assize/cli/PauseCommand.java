package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
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
      "  assize pause victims"
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
  @Command(footer = {"", "Examples", "  assize resume victims"})
  static final class Resume extends PauseCommand {

    Resume(Session session) {
      super(session, false);
    }
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    List<Pipeline> all = checked.pipelines();
    List<Pipeline> chosen = named.stream().flatMap(name -> chosen(all, name).stream()).toList();
    String who = session.surroundings().user();
    try (OpenEngine engine = session.open(checked.workspace())) {
      chosen.forEach(pipeline -> engine.book().pause(pipeline.id(), isPause, who));
    }
    String word = isPause ? "paused" : "may begin again";
    chosen.forEach(pipeline -> session.say(pipeline.id() + " " + word));
    session.answer(
        Json.document("assize.pause/1")
            .put("paused", isPause)
            .put("pipelines", chosen.stream().map(Pipeline::id).toList()));
    return ExitCode.OK;
  }

  private static List<Pipeline> chosen(List<Pipeline> all, String name) {
    List<Pipeline> chosen =
        all.stream().filter(p -> p.id().equals(name) || p.domain().equals(name)).toList();
    if (chosen.isEmpty()) {
      List<String> known = new ArrayList<>(all.stream().map(Pipeline::id).toList());
      all.forEach(pipeline -> known.add(pipeline.domain()));
      throw PlatformException.of(
          ErrorCode.USAGE,
          "No pipeline or domain is called `" + name + "`.",
          "",
          Nearest.hint(name, known));
    }
    return chosen;
  }
}
