package org.assize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a workspace. Never overwrites a file. */
@Command(
    footer = {
      "",
      "The workspace is for this version of Assize. It brings .github/workflows/assize.yml, which",
      "checks, tests and plans the tables on each change, and a small example to change or delete.",
      "",
      "Examples",
      "  assize init victims",
      "  cd victims && assize run",
      "  assize init --practice practice"
    })
final class InitCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "Folder of the workspace, made where it is missing. Default: this one.")
  private Path folder = Path.of(".");

  @Option(
      names = "--practice",
      description = "Instead of an example, five planted faults to find and mend.")
  private boolean practice;

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target =
        session.surroundings().workingFolder().toAbsolutePath().resolve(folder).normalize();
    Starter starter = practice ? Starter.PRACTICE : Starter.EXAMPLE;
    List<String> taken = starter.taken(target);
    if (!taken.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.WORKSPACE_INVALID,
          "Already there: " + String.join(", ", taken) + ".",
          "init overwrites nothing.",
          "Name another folder.");
    }
    starter.write(target);
    starter.files().forEach(file -> session.say("  " + folder.resolve(file).normalize()));
    String next = practice ? "read PRACTICE.md." : "assize check, then assize run.";
    String there = folder.normalize().toString().isEmpty() ? "" : "cd " + folder + ", then ";
    session.hint("Next: " + there + next);
    hintAtRepositoryAbove(target);
    session.answer(
        Json.document("assize.init/1").put("workspace", target).put("files", starter.files()));
    return ExitCode.OK;
  }

  private void hintAtRepositoryAbove(Path target) {
    if (Files.exists(target.resolve(".git"))) {
      return;
    }
    for (Path above = target.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".git"))) {
        String inside = above.relativize(target).toString();
        session.hint(
            "GitHub looks for "
                + Starter.WORKFLOW
                + " at the root of the repository: move it there, with `defaults: {run:"
                + " {working-directory: "
                + inside
                + "}}` below `jobs: tables:`.");
        return;
      }
    }
  }
}
