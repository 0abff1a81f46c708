package org.assize.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The files of a new workspace: a source with one bad row and one repeat, and a derived table. */
final class Starter {

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "assize.yaml", "assize.yaml",
              ".gitignore", "gitignore",
              "schemas/example/_domain.yaml", "domain.yaml",
              "schemas/example/hearing.odcs.yaml", "hearing.odcs.yaml",
              "schemas/example/hearings_by_court.odcs.yaml", "hearings_by_court.odcs.yaml",
              "jobs/example/hearings_by_court.sql", "hearings_by_court.sql",
              "landing/example/hearings_2026-11-02.csv", "hearings.csv"));

  private Starter() {}

  /** Paths of all files, relative to the workspace. */
  static List<String> files() {
    return List.copyOf(FILES.keySet());
  }

  /** Paths that already exist below a folder. */
  static List<String> taken(Path folder) {
    return files().stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  /**
   * Writes every file below a folder.
   *
   * @throws FileAlreadyExistsException if one is there already
   */
  static void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      try (InputStream content =
          Objects.requireNonNull(Starter.class.getResourceAsStream("starter/" + file.getValue()))) {
        Files.copy(content, target);
      }
    }
  }
}
