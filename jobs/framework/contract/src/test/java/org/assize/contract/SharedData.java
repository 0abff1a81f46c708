package org.assize.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Data that lies beside the repository and is not part of it. */
public final class SharedData {

  private SharedData() {}

  /** A folder of shared data; the test that asks is skipped, aloud, where it is absent. */
  public static Path folder(String name) {
    Optional<Path> found = find(name);
    Assumptions.assumeTrue(
        found.isPresent(),
        () -> "skipped: no folder shared/data/" + name + " beside the repository");
    return found.orElseThrow();
  }

  private static Optional<Path> find(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data").resolve(name);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
