package org.assize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of {@code bench/workspace} with one file delivered and nothing run yet. */
final class BenchWorkspace {

  private static final String LANDING = "landing/tracking/2026-11-23";

  private BenchWorkspace() {}

  /** Lays it into an empty folder. The file is linked, not copied. */
  static void lay(Path root, Path csv, Path folder) throws IOException {
    Path template = root.resolve("bench/workspace");
    for (Path file : files(template)) {
      Path copy = folder.resolve(template.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path landing = Files.createDirectories(folder.resolve(LANDING));
    Files.createLink(landing.resolve("position.csv"), csv);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
