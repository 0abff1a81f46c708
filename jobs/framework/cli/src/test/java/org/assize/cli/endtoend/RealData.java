package org.assize.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real data beside the repository; tests that need it are skipped, and say so, without. */
final class RealData {

  private RealData() {}

  /** A file or folder of {@code shared/data}. */
  static Path of(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path found = folder.resolve("shared/data").resolve(path);
      if (Files.exists(found)) {
        return found;
      }
      folder = folder.getParent();
    }
    Assumptions.abort("shared/data/" + path + " is not beside the repository: nothing was tested.");
    throw new IllegalStateException("not reached");
  }

  /** Every hearing below a folder. */
  static List<Path> hearings(String path) throws IOException {
    try (Stream<Path> files = Files.walk(of(path))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().startsWith("expected_"))
          .sorted()
          .toList();
    }
  }
}
