package org.assize.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assize.cli.progress.DrawnBlock;
import org.assize.cli.progress.PlainLines;
import org.assize.cli.progress.Progress;
import org.assize.cli.text.Console;
import org.assize.cli.text.Console.Screen;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.TableGraph;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceCheck;
import org.assize.core.WorkspaceLoader;

/** One call of the command line: what was asked for, where it runs, and how it answers. */
final class Session {

  private static final String SETTINGS = "assize.yaml";

  private final Surroundings surroundings;
  private final CommonOptions options;

  Session(Surroundings surroundings, CommonOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  CommonOptions options() {
    return options;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Console console() {
    return surroundings.console();
  }

  /** Prints a line of the result for people; nothing under {@code --json}. */
  void say(String line) {
    if (!options.json()) {
      console().out().println(line);
    }
  }

  void say(List<String> lines) {
    lines.forEach(this::say);
  }

  /** Prints a line that helps but is no result; nothing under {@code --json} or {@code --quiet}. */
  void hint(String line) {
    if (!options.quiet()) {
      say(console().outStyle().faint(line));
    }
  }

  /** Tells what is being done, beside the result. */
  void step(String line) {
    if (!options.quiet()) {
      console().err().println(line);
    }
  }

  /** Prints the result for programs, under {@code --json} only. */
  void answer(Json document) {
    if (options.json()) {
      console().out().println(document);
    }
  }

  /** Starts the engine; the caller closes it. */
  OpenEngine open(Workspace workspace) {
    return surroundings.house().open(workspace, surroundings.clock());
  }

  /** Shows how a run over so many tables goes on, from now; the caller closes it. */
  Progress progress(int tables) {
    if (options.quiet()) {
      return Progress.NONE;
    }
    return console().errScreen() == Screen.TERMINAL
        ? new DrawnBlock(tables, surroundings.clock(), console().err())
        : new PlainLines(tables, surroundings.clock(), console().err());
  }

  /** The folder of the workspace: the one named, or the nearest with settings from here upward. */
  Path workspaceFolder() {
    Path start = surroundings.workingFolder().toAbsolutePath().normalize();
    if (options.workspace().isPresent()) {
      return start.resolve(options.workspace().get()).normalize();
    }
    return nearestFolder()
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.WORKSPACE_INVALID,
                    "There is no assize.yaml in this folder or above it.",
                    "It marks the root of a workspace.",
                    ErrorCode.WORKSPACE_INVALID.mend()));
  }

  private Optional<Path> nearestFolder() {
    Path start = surroundings.workingFolder().toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(SETTINGS))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** The workspace, read and found sound; fails with every fault at once. */
  Workspace workspace() {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(workspaceFolder(), options.environment(), problems);
    problems.throwIfAny();
    return neighbours().around(workspace, problems);
  }

  private Neighbours neighbours() {
    return new Neighbours(surroundings.house()::shelf);
  }

  /** The workspace as far as it can be read: faults in contracts do not matter here. */
  Workspace workspaceInTheMaking() {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(workspaceFolder(), options.environment(), problems);
    var ofSettings = new Problems();
    problems.all().stream()
        .filter(problem -> problem.place().file().equals(SETTINGS))
        .forEach(ofSettings::add);
    ofSettings.throwIfAny();
    return workspace;
  }

  /** The workspace where there is one here; fails if it, or one named, is not sound. */
  Optional<Workspace> anyWorkspace() {
    boolean named = options.workspace().isPresent();
    return named || nearestFolder().isPresent() ? Optional.of(workspace()) : Optional.empty();
  }

  /** The workspace with every query and rule checked; fails with every fault at once. */
  CheckedWorkspace checked() {
    var problems = new Problems();
    CheckedWorkspace checked = checked(problems);
    problems.throwIfAny();
    return checked;
  }

  /** The same of what was deployed. */
  CheckedWorkspace checked(Optional<DeployedBundle> bundle) {
    var problems = new Problems();
    Path folder = workspaceFolder();
    Workspace alone =
        bundle
            .map(each -> each.load(folder, options.environment(), surroundings.house(), problems))
            .orElseGet(() -> WorkspaceLoader.load(folder, options.environment(), problems));
    CheckedWorkspace checked = checked(alone, problems);
    problems.throwIfAny();
    return checked;
  }

  /** The workspace with every query and rule checked, to be used only if no problem was added. */
  CheckedWorkspace checked(Problems problems) {
    return checked(
        WorkspaceLoader.load(workspaceFolder(), options.environment(), problems), problems);
  }

  private CheckedWorkspace checked(Workspace alone, Problems problems) {
    Workspace workspace = neighbours().around(alone, problems);
    SqlInspector inspector = new LazyInspector(surroundings.house()::inspector);
    TableGraph graph = WorkspaceCheck.check(workspace, inspector, problems);
    return new CheckedWorkspace(workspace, graph);
  }

  /** Tells people and programs why nothing was done, and answers the exit code. */
  int fail(Throwable thrown) {
    return fail(thrown, options.json() ? List.of(CommonOptions.JSON) : List.of());
  }

  /** The same where the options could not be read, only the words of the command line. */
  int fail(Throwable thrown, List<String> words) {
    Failure failure = Failure.of(thrown);
    PrintStream err = console().err();
    failure.problems().forEach(problem -> err.println(problem));
    if (surroundings.debugging()) {
      InnerStory.of(thrown).forEach(err::println);
    }
    if (words.contains(CommonOptions.JSON)) {
      console().out().println(failure.json());
    } else if (!words.contains(CommonOptions.QUIET)) {
      ErrorCode code = failure.problems().get(0).code();
      if (code != ErrorCode.USAGE) {
        err.println(console().errStyle().faint("`assize explain " + code + "` says more."));
      }
    }
    return failure.exitCode();
  }
}
