package org.assize.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assize.bench.Folder;

/**
 * Kills a scheduler (SIGKILL) again and again at random moments while it makes up for two days of
 * hourly runs and deliveries come in, then lets one end its work. Exit code 1 unless each interval
 * was done once and the tables equal those of one undisturbed run over the same deliveries.
 */
public final class KillsBenchmark {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String[] SUMS = {
    "SELECT count(*) AS n, sum(hash(hearing_id, court, heard_on, result, minutes)) AS h"
        + " FROM example_curated.hearing",
    "SELECT sum(hash(court, hearings, minutes)) AS h FROM example_published.hearings_by_court",
    "SELECT count(*) AS n FROM example_raw.court_list"
  };

  private KillsBenchmark() {}

  /** Started in the repository. Arguments: kills, a seed, a folder that is emptied. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int kills = Integer.parseInt(args[0]);
    var chance = new Random(Long.parseLong(args[1]));
    Path folder = Folder.emptied(Path.of(args[2]).toAbsolutePath());
    Path killed = folder.resolve("killed");
    Path undisturbed = folder.resolve("undisturbed");
    told(ROOT, "init", killed.toString());
    told(ROOT, "init", undisturbed.toString());
    schedule(killed);

    int done = 0;
    while (done < kills) {
      deliver(killed, done);
      deliver(undisturbed, done);
      Process process = started(killed, "scheduler", "--once");
      // From before the JVM is up to after several runs have ended.
      if (process.waitFor(500 + chance.nextInt(14_000), TimeUnit.MILLISECONDS)) {
        System.out.println("ended by itself, exit code " + process.exitValue());
        continue;
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      done++;
      System.out.println("killed " + done + " of " + kills);
    }
    System.out.println(told(killed, "scheduler", "--once"));
    told(undisturbed, "run", "--quiet");

    boolean isEqual = true;
    for (String sum : SUMS) {
      String left = told(killed, "query", "--json", sum);
      String right = told(undisturbed, "query", "--json", sum);
      isEqual &= left.equals(right);
      System.out.println(left.equals(right) ? "equal: " + sum : left + "differs from\n" + right);
    }
    String twice =
        told(
            killed,
            "query",
            "--json",
            "SELECT count(*) AS n FROM (SELECT get_json_object(detail, '$.occasion') AS o"
                + " FROM ops.event WHERE kind = 'SCHEDULED'"
                + " AND get_json_object(detail, '$.state') = 'DONE' GROUP BY o HAVING count(*) > 1)");
    String ended =
        told(
            killed,
            "query",
            "SELECT count(DISTINCT get_json_object(detail, '$.occasion')) AS intervals,"
                + " count_if(get_json_object(detail, '$.state') = 'BEGUN') AS begun,"
                + " count_if(get_json_object(detail, '$.state') = 'DONE') AS done"
                + " FROM ops.event WHERE kind = 'SCHEDULED'");
    System.out.println(ended);
    boolean isOnce = twice.contains("\"n\" : 0");
    System.out.println(isOnce ? "Each interval was done once." : twice);
    System.exit(isEqual && isOnce ? 0 : 1);
  }

  private static void schedule(Path workspace) throws IOException {
    Files.writeString(
        workspace.resolve("schemas/example/_domain.yaml"),
        "schedule: {cron: 0 * * * *, timezone: Europe/London, missed: all, start: "
            + LocalDate.now(java.time.ZoneOffset.UTC).minusDays(2)
            + "}\n");
  }

  private static void deliver(Path workspace, int number) throws IOException {
    var text = new StringBuilder("Hearing No,Court,Date,Result,Minutes\n");
    for (int i = 0; i < 20; i++) {
      text.append(
          String.format(Locale.ROOT, "%d,Court %d,26/10/2026,Bail,%d%n", number * 15 + i, i, i));
    }
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(number);
    Files.writeString(workspace.resolve("landing/example/hearings_" + day + ".csv"), text);
  }

  private static Process started(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("assize").toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String told(Path folder, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("assize").toString()));
    command.addAll(List.of(words));
    Path out = Files.createTempFile("kills", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int exitCode = process.waitFor();
    String text = Files.readString(out);
    Files.delete(out);
    if (exitCode != 0) {
      throw new IllegalStateException(words[0] + " ended with " + exitCode + "\n" + text);
    }
    return text;
  }
}
