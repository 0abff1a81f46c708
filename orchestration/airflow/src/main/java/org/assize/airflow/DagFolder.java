package org.assize.airflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that Airflow reads DAGs from. Files that were not generated are never touched. */
public record DagFolder(Path folder) {

  /** What happens to a file. */
  public enum Kind {
    /** It is not there yet. */
    ADD("add"),
    /** It says something else. */
    CHANGE("change"),
    /** Its pipeline is gone. */
    REMOVE("remove");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for people and programs. */
    public String word() {
      return word;
    }
  }

  /**
   * A file that is not as it should be.
   *
   * @param path below the folder
   * @param text what it should say; null where it should not be
   */
  public record Difference(Kind kind, String path, @Nullable String text) {}

  /** Where the folder differs from what pipelines give, by path. */
  public List<Difference> differences(SortedMap<String, String> wanted) throws IOException {
    List<Difference> differences = new ArrayList<>();
    for (var entry : wanted.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (!Files.exists(file)) {
        differences.add(new Difference(Kind.ADD, entry.getKey(), entry.getValue()));
      } else if (!Files.readString(file).equals(entry.getValue())) {
        differences.add(new Difference(Kind.CHANGE, entry.getKey(), entry.getValue()));
      }
    }
    for (String stale : generated()) {
      for (String path : List.of(stale + ".json", stale + ".py")) {
        if (!wanted.containsKey(path) && Files.exists(folder.resolve(path))) {
          differences.add(new Difference(Kind.REMOVE, path, null));
        }
      }
    }
    differences.sort(Comparator.comparing(Difference::path));
    return differences;
  }

  /**
   * Makes the folder as it should be. A declaration is there before the Python that reads it and
   * goes after it; a reader finds each file whole, old or new.
   */
  public void apply(List<Difference> differences) throws IOException {
    Files.createDirectories(folder);
    for (Difference difference : differences) {
      if (difference.text() != null) {
        write(folder.resolve(difference.path()), difference.text());
      }
    }
    for (Difference difference : differences.stream().sorted(pythonFirst()).toList()) {
      if (difference.text() == null) {
        Files.deleteIfExists(folder.resolve(difference.path()));
      }
    }
  }

  private static Comparator<Difference> pythonFirst() {
    return Comparator.comparing(difference -> !difference.path().endsWith(".py"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = Files.createTempFile(file.getParent(), ".assize-", ".tmp");
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    // Airflow's processes may belong to somebody else than whoever generates.
    aside.toFile().setReadable(true, false);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Names of DAGs that were generated here. */
  private List<String> generated() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".py") && Files.readString(file).startsWith(DagFiles.MARK)) {
          names.add(name.substring(0, name.length() - ".py".length()));
        }
      }
    }
    return names;
  }
}
