package org.assize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Makes a workspace. Never overwrites a file. */
@Command(footer = {"", "Examples", "  assize init victims", "  cd victims && assize run"})
final class InitCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "Folder of the workspace, made where it is missing. Default: this one.")
  private Path folder = Path.of(".");

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target = session.surroundings().workingFolder().toAbsolutePath().resolve(folder);
    List<String> taken = Starter.taken(target);
    if (!taken.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.WORKSPACE_INVALID,
          "Already there: " + String.join(", ", taken) + ".",
          "init overwrites nothing.",
          "Name another folder.");
    }
    Starter.write(target);
    Starter.files().forEach(file -> session.say("  " + folder.resolve(file).normalize()));
    session.hint("Next: cd " + folder + ", then assize check, then assize run.");
    session.answer(
        Json.document("assize.init/1")
            .put("workspace", target.normalize())
            .put("files", Starter.files()));
    return ExitCode.OK;
  }
}
