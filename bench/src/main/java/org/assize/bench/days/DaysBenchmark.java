package org.assize.bench.days;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assize.bench.Folder;
import org.assize.bench.Template;
import org.assize.core.RuleResult.Effect;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;

/**
 * Takes in clean deliveries with the variation that deliveries have, and counts those that were
 * held or warned about; then one with half of its rows. Exit code 1 if a clean one was held or the
 * other was not.
 */
public final class DaysBenchmark {

  private static final int TABLES = 2;

  private DaysBenchmark() {}

  /** Started in the repository. Arguments: the days, the seed, a folder that is emptied. */
  public static void main(String[] args) throws IOException {
    int days = Integer.parseInt(args[0]);
    Path folder = Folder.emptied(Path.of(args[2]).toAbsolutePath());
    Days clean = Days.in(new Template(Path.of("bench/days")), folder, Long.parseLong(args[1]));

    long deliveries = 0;
    for (int day = 0; day < days; day++) {
      deliveries += clean.run(day, 1).stream().filter(DaysBenchmark::isJudged).count();
      if ((day + 1) % 10 == 0) {
        System.err.printf("%d of %d days%n", day + 1, days);
      }
    }
    var report = new DaysReport(clean.measurements());
    long held = report.count(Effect.HELD);
    System.out.print(report.text());
    System.out.print(report.holds());
    System.out.printf(
        Locale.ROOT,
        "%d clean days, %d deliveries: %d holds, %d warnings%n",
        days,
        deliveries,
        held,
        report.count(Effect.WARNED));

    List<TableOutcome> halved = clean.run(days, 0.5);
    long caught = halved.stream().filter(table -> table.status() == Status.HELD).count();
    System.out.printf(
        Locale.ROOT, "A day with half of its rows: %d of %d tables held%n", caught, TABLES);
    halved.forEach(table -> System.out.printf("  %s: %s%n", table.table(), table.note()));
    System.exit(held == 0 && deliveries == (long) TABLES * days && caught == TABLES ? 0 : 1);
  }

  private static boolean isJudged(TableOutcome table) {
    return !table.table().toString().contains("_raw.") && table.status() != Status.UP_TO_DATE;
  }
}
