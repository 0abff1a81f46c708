package org.assize.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assize.synthetic.PositionAnswer;
import org.assize.synthetic.Positions;

/**
 * Does the same work in every way known here, each in its own cold process, one after the other,
 * and prints what each cost. Exit code 1 when their tables differ from each other or from what was
 * planted. Needs Linux: the costs are the kernel's own.
 */
public final class Benchmark {

  private static final long SEED = 20_261_123;
  private static final Contender HAND_WRITTEN =
      new JavaMain("hand-written Spark + Delta + Deequ", NaiveJob.class, "4g", Tables.NAIVE);
  private static final Contender DUCKDB =
      new JavaMain("DuckDB", DuckJob.class, "512m", Tables.DUCKDB);
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final List<Contender> CONTENDERS =
      List.of(HAND_WRITTEN, new OursCold(ROOT), DUCKDB);

  private Benchmark() {}

  /**
   * Started in the repository. Arguments: the number of rows, the number of rounds, a folder that
   * is emptied.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    long rows = Long.parseLong(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Path folder = Folder.emptied(Path.of(args[2]).toAbsolutePath());

    Path csv = folder.resolve("position.csv");
    PositionAnswer planted = deliver(csv, rows);
    System.out.printf(Locale.ROOT, "%,d rows, %,d MiB%n", rows, Files.size(csv) >> 20);

    // a small run first: the launcher builds and makes its archive of classes once, not here
    Path few = folder.resolve("few.csv");
    deliver(few, 1_000);
    measured(new OursCold(ROOT), few, folder);

    List<Result> results = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : CONTENDERS) {
        Result result = measured(contender, csv, folder);
        System.out.printf(
            Locale.ROOT, "round %d: %s, %s%n", round, contender.name(), result.cost());
        results.add(result);
      }
    }
    System.out.print(Report.of(results, HAND_WRITTEN, DUCKDB));
    System.out.print(warm(csv, Folder.emptied(folder.resolve("warm"))));
    int runs = results.size();
    boolean agreed = agree(results.subList(runs - CONTENDERS.size(), runs), planted);
    System.exit(agreed ? 0 : 1);
  }

  private static String warm(Path csv, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    List<String> command =
        JavaMain.java(
            Stream.of("-Xmx2g", "-XX:+UseParallelGC"),
            WarmRuns.class,
            ROOT.toString(),
            csv.toString(),
            folder.toString());
    Cost whole = ColdProcess.run(command, folder, log);
    return Files.readString(log)
        + String.format(Locale.ROOT, "peak RSS %,d MiB%n", whole.peakMemory() >> 20);
  }

  private static PositionAnswer deliver(Path csv, long rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
      return Positions.writeCsv(out, SEED, rows);
    }
  }

  private static Result measured(Contender contender, Path csv, Path folder)
      throws IOException, InterruptedException {
    Path own = Folder.emptied(folder.resolve(contender.tables().folder()));
    contender.prepare(csv, own);
    long before = Folder.size(own);
    Cost cost =
        ColdProcess.run(
            contender.command(csv, own), own, folder.resolve(contender.tables().folder() + ".log"));
    return new Result(contender, own, cost, Folder.size(own) - before);
  }

  private static boolean agree(List<Result> lastRound, PositionAnswer planted) {
    SparkSession spark = NaiveJob.session();
    List<String> differences = Agreement.differences(spark, lastRound, planted);
    spark.stop();
    differences.forEach(System.out::println);
    if (differences.isEmpty()) {
      System.out.printf(Locale.ROOT, "All left the same values; %s%n", planted);
    }
    return differences.isEmpty();
  }
}
