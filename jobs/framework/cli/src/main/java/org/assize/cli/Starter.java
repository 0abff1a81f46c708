package org.assize.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assize.core.ProgramVersion;

/** The files of a new workspace. */
enum Starter {
  /** A source with one bad row and one repeat, and a derived table. */
  EXAMPLE(
      "jobs/example/hearings_by_court.sql",
      "landing/example/hearings_2026-11-02.csv",
      "schemas/example/_domain.yaml",
      "schemas/example/hearing.odcs.yaml",
      "schemas/example/hearings_by_court.odcs.yaml"),
  /** Five planted faults, and a text that leads to them. */
  PRACTICE(
      "PRACTICE.md",
      "jobs/practice/hearings_by_court.sql",
      "landing/practice/courts_2026-11-02.csv",
      "landing/practice/hearings_2026-11-02.csv",
      "landing/practice/sittings_2026-11-02.csv",
      "later/courts_2026-11-03.csv",
      "later/sittings_2026-11-03.csv",
      "schemas/practice/_domain.yaml",
      "schemas/practice/court.odcs.yaml",
      "schemas/practice/hearing.odcs.yaml",
      "schemas/practice/hearings_by_court.odcs.yaml",
      "schemas/practice/sitting.odcs.yaml");

  /** The continuous integration of GitHub, which looks for it at a repository's root. */
  static final String WORKFLOW = ".github/workflows/assize.yml";

  private static final List<String> COMMON = List.of(".gitignore", "assize.yaml", WORKFLOW);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> own;

  Starter(String... own) {
    this.own = List.of(own);
  }

  /** Paths of all files, relative to the workspace. */
  List<String> files() {
    return Stream.concat(COMMON.stream(), own.stream()).sorted().toList();
  }

  /** Paths that already exist below a folder. */
  List<String> taken(Path folder) {
    return files().stream().filter(file -> Files.exists(folder.resolve(file))).toList();
  }

  /**
   * Writes every file below a folder.
   *
   * @throws FileAlreadyExistsException if one is there already
   */
  void write(Path folder) throws IOException {
    for (String file : files()) {
      Path target = folder.resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, text(file), StandardOpenOption.CREATE_NEW);
    }
  }

  /** Maven leaves some files whose names begin with a dot out of a jar, so here none does. */
  private String text(String file) throws IOException {
    String resource =
        COMMON.contains(file)
            ? "starter/common/" + file.replaceFirst("^\\.", "")
            : "starter/" + name().toLowerCase(Locale.ROOT) + "/" + file;
    try (InputStream content =
        Objects.requireNonNull(Starter.class.getResourceAsStream(resource), resource)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{version}", ProgramVersion.current());
    }
  }
}
