package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder under git. */
record Repository(Path folder) {

  /** Makes it one, with all that is there as its first commit. */
  void begin() throws IOException {
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.email", "test@example.org");
    git("config", "user.name", "Test");
    commit("Begin");
  }

  void commit(String message) throws IOException {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  void git(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    try {
      assertThat(git.waitFor()).as(command.toString()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git was at work", e);
    }
  }
}
