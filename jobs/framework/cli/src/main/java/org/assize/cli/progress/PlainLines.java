package org.assize.cli.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.assize.cli.text.Numbers;
import org.assize.core.Counts;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;

/** One line for each table that ends, once the run has lasted; for logs and pipes. */
public final class PlainLines implements Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PrintStream to;
  private final Tally tally;

  /** Lines about a run over so many tables that begins now. */
  public PlainLines(int tables, Clock clock, PrintStream to) {
    this.tally = new Tally(tables, clock);
    this.to = to;
  }

  @Override
  public RunListener listener() {
    return new RunListener() {
      @Override
      public void ended(TableOutcome outcome) {
        tally.ended(outcome);
        boolean worked = outcome.status() != TableOutcome.Status.UP_TO_DATE;
        if (worked && tally.age().compareTo(PATIENCE) >= 0) {
          to.println(line(outcome));
        }
      }
    };
  }

  private static String line(TableOutcome outcome) {
    String status = outcome.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Long rows = outcome.counts().get(Counts.ROWS);
    return outcome.table().selector()
        + ": "
        + status
        + (rows == null ? "" : ", " + Numbers.count(rows, "row"))
        + ", "
        + Numbers.duration(outcome.took());
  }

  @Override
  public void close() {}
}
