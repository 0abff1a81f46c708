package org.assize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one command at a time and measures it from outside, by Linux's own accounts: CPU time is
 * what the kernel adds to a parent when it has waited for a child, so it is exact; peak memory is
 * the high-water mark of the child, looked at many times a second.
 */
public final class ColdProcess {

  private static final int TICKS_A_SECOND = 100; // USER_HZ, fixed on every Linux
  private static final int WAITED_USER_TIME = 13; // "cutime", counted behind the command's name
  private static final int WAITED_SYSTEM_TIME = 14; // "cstime"

  private ColdProcess() {}

  /**
   * Runs a command to its end.
   *
   * @param log receives all that the command prints; shown in the exception when it fails
   */
  public static Cost run(List<String> command, Path folder, Path log)
      throws IOException, InterruptedException {
    Duration cpuBefore = cpuOfEndedChildren();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long peak = 0;
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, highWaterMark(process.pid()));
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "Exit code %d of %s:%n%s"
              .formatted(process.exitValue(), command.get(0), Files.readString(log)));
    }
    return new Cost(wall, cpuOfEndedChildren().minus(cpuBefore), peak);
  }

  private static Duration cpuOfEndedChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    // the command's name may hold blanks and brackets, so count from behind it
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[WAITED_USER_TIME]) + Long.parseLong(fields[WAITED_SYSTEM_TIME]);
    return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
  }

  private static long highWaterMark(long pid) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException ended) {
      if (String.valueOf(ended.getMessage()).contains("No such process")) {
        return 0;
      }
      throw ended;
    }
  }
}
