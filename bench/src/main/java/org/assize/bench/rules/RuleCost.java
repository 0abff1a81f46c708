package org.assize.bench.rules;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.bench.BenchWorkspace;
import org.assize.bench.Folder;
import org.assize.cli.Main;
import org.assize.synthetic.Positions;

/**
 * Fills the same table from the same records, once with the rules of its contract and once with
 * forty more, alternately and in one process, and prints what the table run took. Exit code 1 where
 * the median with more rules is over a tenth longer.
 */
public final class RuleCost {

  private static final long SEED = 20_261_123;
  private static final int MORE_RULES = 40;
  private static final double ALLOWED = 1.10;
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Pattern TOOK =
      Pattern.compile("\"tracking_curated.position\".*?\"seconds\" : ([0-9.]+)", Pattern.DOTALL);

  private RuleCost() {}

  /** Started in the repository. Arguments: rows, rounds, a folder that is emptied. */
  public static void main(String[] args) throws IOException {
    Path folder = Folder.emptied(Path.of(args[2]).toAbsolutePath());
    Path csv = folder.resolve("position.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
      Positions.writeCsv(out, SEED, Long.parseLong(args[0]));
    }
    List<Long> plain = new ArrayList<>();
    List<Long> ruled = new ArrayList<>();
    int rounds = Integer.parseInt(args[1]);
    for (int round = 0; round <= rounds; round++) {
      long without = measured(csv, folder.resolve("plain"), "");
      long with = measured(csv, folder.resolve("ruled"), rules());
      System.out.printf(
          Locale.ROOT,
          "%s: %,d ms, with %d more rules %,d ms%n",
          round == 0 ? "warming up" : "round " + round,
          without,
          MORE_RULES,
          with);
      if (round > 0) {
        plain.add(without);
        ruled.add(with);
      }
    }
    double ratio = (double) median(ruled) / median(plain);
    System.out.printf(Locale.ROOT, "median with more rules / without: %.3f%n", ratio);
    System.exit(ratio <= ALLOWED ? 0 : 1);
  }

  private static long measured(Path csv, Path folder, String moreRules) throws IOException {
    BenchWorkspace.lay(ROOT, csv, Folder.emptied(folder));
    Path contract = folder.resolve("schemas/tracking/position.odcs.yaml");
    String text = Files.readString(contract);
    Files.writeString(
        contract, text.replace("customProperties:\n", moreRules + "customProperties:\n"));
    run(folder, "tracking/supplier_position");
    Matcher took = TOOK.matcher(run(folder, "tracking/position", "--json"));
    if (!took.find()) {
      throw new IllegalStateException("the run did not say what the table took");
    }
    return Math.round(1000 * Double.parseDouble(took.group(1)));
  }

  private static String run(Path folder, String... words) throws IOException {
    PrintStream console = System.out;
    var answer = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("run", "--quiet", "--workspace", folder.toString()));
    all.addAll(Arrays.asList(words));
    try (var captured = new PrintStream(answer, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      int exitCode = Main.run(all.toArray(new String[0]));
      if (exitCode != 0) {
        throw new IllegalStateException("a run ended with exit code " + exitCode);
      }
    } finally {
      System.setOut(console);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Conditions over single columns and pairs of them, each different, all of them only counted. */
  private static String rules() {
    List<String> conditions =
        List.of(
            "speed >= -%d",
            "satellites <= 100 + %d",
            "hdop < 1000 + %d OR lbs > %d",
            "length(geometry) < 10000 + %d",
            "latitude + longitude < 1000 + %d",
            "recorded_at >= position_at - INTERVAL %d DAYS",
            "geometry NOT LIKE 'rule %d%%'",
            "person_id <> -%d AND client_id <> -%d");
    var text = new StringBuilder();
    for (int i = 1; i <= MORE_RULES; i++) {
      String condition =
          conditions.get(i % conditions.size()).replace("%d", String.valueOf(i)).replace("%%", "%");
      text.append("      - {id: more_")
          .append(i)
          .append(", type: custom, engine: assize, severity: warning, implementation: \"")
          .append(condition)
          .append("\"}\n");
    }
    return text.toString();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
