package org.assize.bench.refused;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assize.bench.ColdProcess;
import org.assize.bench.Cost;
import org.assize.bench.Folder;
import org.assize.bench.Template;
import org.assize.cli.Main;

/**
 * Delivers rows that are all refused, looks at pages of them, widens the contract so that half of
 * them may enter, and replays them, each verb in a process of its own with a heap of one GiB. Exit
 * code 1 unless exactly that half came in.
 */
public final class RefusedBenchmark {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String TABLE = "shop/sale";
  private static final int LIMIT_BEFORE = 100;
  private static final int LIMIT_AFTER = 1_000;

  private RefusedBenchmark() {}

  /** Started in the repository. Arguments: the number of rows, a folder that is emptied. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rows = Integer.parseInt(args[0]);
    Path folder = Folder.emptied(Path.of(args[1]).toAbsolutePath());
    new Template(ROOT.resolve("bench/refused")).copyTo(folder);
    deliver(folder.resolve("landing/till"), rows);

    cold(folder, "help"); // the launcher builds once, not in what is measured
    cold(folder, "run");
    String middle = Integer.toString(rows / 2);
    cold(folder, "quarantine", "list", TABLE);
    cold(folder, "quarantine", "list", TABLE, "--offset", middle);
    warm(folder, "0");
    warm(folder, "0");
    warm(folder, middle);
    warm(folder, middle);

    Path contract = folder.resolve("schemas/shop/sale.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract).replace("maximum: " + LIMIT_BEFORE, "maximum: " + LIMIT_AFTER));
    String replay = cold(folder, "quarantine", "replay", TABLE);
    String half = String.format(Locale.ROOT, "= %,d + %,d ", rows / 2, rows - rows / 2);
    boolean isHalf = replay.replaceAll("\\s+", " ").contains(half);
    System.out.println(isHalf ? "Half of the rows came in." : replay);
    System.exit(isHalf ? 0 : 1);
  }

  /** Every row breaks the contract as it is; every second one the wider contract too. */
  private static void deliver(Path landing, int rows) throws IOException {
    Files.createDirectories(landing);
    try (BufferedWriter out = Files.newBufferedWriter(landing.resolve("1.csv"))) {
      out.write("sale_id,buyer,amount\n");
      for (int row = 0; row < rows; row++) {
        out.write(row + ",buyer " + row % 5_000 + "," + (row % 2 == 0 ? 500 : 5_000) + "\n");
      }
    }
  }

  private static String cold(Path folder, String... verb) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command =
        Stream.of(
                Stream.of("env", "ASSIZE_OPTS=-Xmx1g", ROOT.resolve("assize").toString()),
                Stream.of(verb),
                Stream.of("--workspace", folder.toString()))
            .flatMap(words -> words)
            .toList();
    Cost cost = ColdProcess.run(command, folder, log);
    System.out.printf(
        Locale.ROOT,
        "assize %s: %.1f s wall, %.1f s CPU, peak RSS %,d MiB%n",
        String.join(" ", verb),
        cost.wall().toMillis() / 1e3,
        cost.cpu().toMillis() / 1e3,
        cost.peakMemory() >> 20);
    return Files.readString(log);
  }

  /** A page in this process, where engine and plans may be there already. */
  private static void warm(Path folder, String offset) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    long start = System.nanoTime();
    Main.run("quarantine", "list", TABLE, "--offset", offset, "--workspace", folder.toString());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.setOut(out);
    System.out.printf(Locale.ROOT, "a page at %s in one process: %.1f s%n", offset, seconds);
  }
}
