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
 * Kills a scheduler (SIGKILL) again and again at random moments while it makes up for days of
 * hourly runs and deliveries come in, then lets one end its work. Of four kills two come within
 * seconds of its start, one after it began a run, one after a run ended. Exit code 1 unless each
 * interval was done once and the tables equal those of one undisturbed run over the same
 * deliveries.
 */
public final class KillsBenchmark {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String BEGUN = " begun, ";
  private static final String DONE = " done, ";
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

    Path out = folder.resolve("out.txt");
    int atWork = 0;
    int ended = 0;
    for (int number = 1; number <= kills; number++) {
      deliver(killed, number);
      deliver(undisturbed, number);
      Process process = started(killed, out);
      if (number % 2 == 0) {
        await(process, out, number % 4 == 0 ? DONE : BEGUN);
      }
      if (process.waitFor(200 + chance.nextInt(6_000), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nothing left to kill: " + Files.readString(out));
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      String said = Files.readString(out);
      atWork += said.contains(BEGUN) ? 1 : 0;
      ended += said.split(DONE, -1).length - 1;
      System.out.println(number + " killed, " + atWork + " at work, " + ended + " runs had ended");
    }
    told(killed, "scheduler", "--once");
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
    System.out.println(
        told(
            killed,
            "query",
            "SELECT count(DISTINCT get_json_object(detail, '$.occasion')) AS intervals,"
                + " count_if(get_json_object(detail, '$.state') = 'BEGUN') AS begun,"
                + " count_if(get_json_object(detail, '$.state') = 'DONE') AS done"
                + " FROM ops.event WHERE kind = 'SCHEDULED'"));
    boolean isOnce = twice.contains("\"n\" : 0");
    System.out.println(isOnce ? "Each interval was done once." : twice);
    System.exit(isEqual && isOnce ? 0 : 1);
  }

  private static void schedule(Path workspace) throws IOException {
    Files.writeString(
        workspace.resolve("schemas/example/_domain.yaml"),
        "schedule: {cron: 0 * * * *, timezone: Europe/London, missed: all, start: "
            + LocalDate.now(java.time.ZoneOffset.UTC).minusDays(8)
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

  private static Process started(Path folder, Path out) throws IOException {
    return new ProcessBuilder(ROOT.resolve("assize").toString(), "scheduler", "--once")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static void await(Process process, Path out, String word)
      throws IOException, InterruptedException {
    while (process.isAlive() && !Files.readString(out).contains(word)) {
      Thread.sleep(50);
    }
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
