package org.assize.cli.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;

/** The history that the executable {@code git} tells. What it prints on its own is not shown. */
public final class GitHistory implements History {

  private static final String SCHEMAS = "schemas";

  private final String executable;

  /** Takes the executable's name or path. */
  public GitHistory(String executable) {
    this.executable = executable;
  }

  @Override
  public void copySchemas(Path workspaceRoot, String reference, Path into) {
    if (ask(workspaceRoot, "rev-parse", "--is-inside-work-tree").isEmpty()) {
      throw unavailable(
          "`" + workspaceRoot + "` is in no git repository.",
          "Contracts are compared with a commit of the repository that holds the workspace.");
    }
    String commit =
        ask(
            workspaceRoot,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            reference + "^{commit}");
    if (commit.isEmpty()) {
      throw unavailable(
          "The repository has no commit `" + reference + "`.",
          "A branch or tag of another repository must be fetched first.");
    }
    String files = ask(workspaceRoot, "ls-tree", "-r", "--name-only", commit, "--", SCHEMAS);
    if (!files.isEmpty() && unpack(workspaceRoot, commit, into) < files.lines().count()) {
      throw unavailable(
          "git leaves out some of the contracts of `" + reference + "`.",
          "An attribute export-ignore does that.");
    }
  }

  /** What git answers; empty where it fails. */
  private String ask(Path folder, String... words) {
    Process git = start(folder, words);
    try (InputStream answer = git.getInputStream()) {
      String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? text : "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw interrupted(git);
    }
  }

  /** Writes every file and says how many there were. */
  private int unpack(Path folder, String commit, Path into) {
    Process git = start(folder, "archive", "--format=zip", commit, "--", SCHEMAS);
    int files = 0;
    try (var zip = new ZipInputStream(git.getInputStream())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && target.startsWith(into)) {
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.copy(zip, target);
          files++;
        }
      }
      git.getInputStream().readAllBytes();
      if (git.waitFor() != 0) {
        throw unavailable("git could not give the contracts of " + commit + ".", "");
      }
      return files;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw interrupted(git);
    }
  }

  private Process start(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of(executable));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException missing) {
      throw unavailable("`" + executable + "` cannot be run.", "It must be on the path.");
    }
  }

  private static PlatformException interrupted(Process git) {
    git.destroy();
    Thread.currentThread().interrupt();
    return unavailable("The question to git was interrupted.", "");
  }

  private static PlatformException unavailable(String problem, String cause) {
    return PlatformException.of(
        ErrorCode.HISTORY_UNAVAILABLE, problem, cause, ErrorCode.HISTORY_UNAVAILABLE.mend());
  }
}
