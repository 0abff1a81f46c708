package org.assize.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.assize.bench.Folder;
import org.assize.bench.Template;
import org.assize.cli.Main;

/**
 * Plants faults of every kind among sound rows, has them taken in, and prints for each rule how
 * many of its faults it found and how many rows it accused wrongly. Exit code 1 unless precision
 * and recall of every rule are 1 and every sound row came in.
 */
public final class FaultsBenchmark {

  private static final int HELD = 4;

  private FaultsBenchmark() {}

  /**
   * Started in the repository. Arguments: sound rows of each table, rows for each fault, the seed,
   * a folder that is emptied.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Folder.emptied(Path.of(args[3]).toAbsolutePath());
    Scoreboard scores =
        measure(
            new Template(Path.of("bench/faults")),
            folder,
            Long.parseLong(args[2]),
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]));
    System.out.printf(Locale.ROOT, "%n%s", scores.text());
    System.exit(scores.isPerfect() ? 0 : 1);
  }

  /** Plants, runs and compares. */
  static Scoreboard measure(Template template, Path folder, long seed, int sound, int each)
      throws IOException {
    FaultyWorkspace workspace = FaultyWorkspace.lay(template, folder, seed, sound, each);
    int exitCode = Main.run("run", "--quiet", "--workspace", folder.toString());
    if (exitCode != HELD) {
      throw new IllegalStateException(
          "Repeated keys must hold a batch, exit code " + HELD + ", but it was " + exitCode + ".");
    }
    var found = new Found(SparkSession.active(), folder.resolve("warehouse"));
    return Scoreboard.of(workspace.planted(), found);
  }
}
