package org.assize.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Public data with real faults, kept beside the repository, not in it. */
public final class SharedData {

  private SharedData() {}

  /** A file of it; skips the test, aloud, where it is absent. */
  public static Path file(String name) {
    Optional<Path> found = Optional.empty();
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/data").resolve(name);
      if (found.isEmpty() && Files.exists(file)) {
        found = Optional.of(file);
      }
    }
    assumeThat(found).as("shared/data/%s stands beside the repository", name).isPresent();
    return found.orElseThrow();
  }
}
