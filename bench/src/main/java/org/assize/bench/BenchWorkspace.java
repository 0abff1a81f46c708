package org.assize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of {@code bench/workspace} with one file delivered and nothing run yet. */
public final class BenchWorkspace {

  private static final String LANDING = "landing/tracking/2026-11-23";

  private BenchWorkspace() {}

  /** Lays it into an empty folder. The file is linked, not copied. */
  public static void lay(Path root, Path csv, Path folder) throws IOException {
    new Template(root.resolve("bench/workspace")).copyTo(folder);
    Path landing = Files.createDirectories(folder.resolve(LANDING));
    Files.createLink(landing.resolve("position.csv"), csv);
  }
}
