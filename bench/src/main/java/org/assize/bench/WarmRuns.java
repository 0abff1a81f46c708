package org.assize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.assize.cli.Main;

/**
 * Assize several times in one process, each time on a workspace of its own with the same file: what
 * a process costs that has its classes loaded and its plans compiled already. The best case, since
 * the plans are the same.
 */
final class WarmRuns {

  private static final int RUNS = 3;

  private WarmRuns() {}

  /** Arguments: the repository, the CSV file, the folder for the workspaces. */
  public static void main(String[] args) throws IOException {
    for (int run = 1; run <= RUNS; run++) {
      Path folder = Path.of(args[2]).resolve("workspace" + run);
      BenchWorkspace.lay(Path.of(args[0]), Path.of(args[1]), folder);
      Duration cpu = cpu();
      long start = System.nanoTime();
      int exitCode = Main.run("run", "--quiet", "--workspace", folder.toString());
      System.out.printf(
          Locale.ROOT,
          "Assize, run %d in one process: %.1f s wall, %.1f s CPU, exit code %d%n",
          run,
          (System.nanoTime() - start) / 1e9,
          cpu().minus(cpu).toMillis() / 1e3,
          exitCode);
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    System.exit(0);
  }

  private static Duration cpu() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Duration.ofNanos(system.getProcessCpuTime());
  }
}
