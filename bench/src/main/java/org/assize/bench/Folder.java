package org.assize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder as a whole. */
public final class Folder {

  private Folder() {}

  /** The folder, there and empty. */
  public static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : deepestFirst(folder)) {
        Files.delete(path);
      }
    }
    return Files.createDirectories(folder);
  }

  /** Bytes of all files in it. */
  public static long size(Path folder) throws IOException {
    long bytes = 0;
    for (Path path : deepestFirst(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
