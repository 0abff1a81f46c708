package org.assize.cli.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.cli.text.Numbers;
import org.assize.contract.DatasetName;
import org.assize.core.Counts;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;

/** How far a run is. Thread-safe. */
final class Tally implements RunListener {

  private final Clock clock;
  private final int tables;
  private final Instant begun;
  private final Map<DatasetName, Work> working = new LinkedHashMap<>();
  private int done;
  private long rows;

  Tally(int tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public synchronized void started(DatasetName table) {
    working.put(table, new Work("starting", clock.instant()));
  }

  @Override
  public synchronized void step(DatasetName table, String step) {
    working.compute(
        table, (name, work) -> new Work(step, work == null ? clock.instant() : work.since()));
  }

  @Override
  public synchronized void ended(TableOutcome outcome) {
    working.remove(outcome.table());
    done++;
    rows += outcome.counts().getOrDefault(Counts.ROWS, 0L);
  }

  /** Time since the run began. */
  Duration age() {
    return Duration.between(begun, clock.instant());
  }

  /** The state of the run: one line for all, one for each table at work. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    String sum = done + " of " + Numbers.count(tables, "table");
    String read = rows > 0 ? ", " + Numbers.count(rows, "row") : "";
    lines.add(sum + read + ", " + Numbers.duration(age()));
    working.forEach((table, work) -> lines.add("  " + work.line(table, clock.instant())));
    if (working.isEmpty() && done == 0) {
      lines.add("  starting the engine");
    }
    return lines;
  }

  private record Work(String step, Instant since) {
    String line(DatasetName table, Instant now) {
      return table.selector() + "  " + step + "  " + Numbers.duration(Duration.between(since, now));
    }
  }
}
