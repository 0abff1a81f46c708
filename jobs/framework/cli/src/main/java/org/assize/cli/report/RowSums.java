package org.assize.cli.report;

import java.util.List;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;

/**
 * The rows of one table run by fate: {@code read = committed + quarantined + repeats + older +
 * filtered}.
 */
record RowSums(
    long read, long committed, long quarantined, long repeats, long older, long filtered) {

  static RowSums of(TableOutcome outcome) {
    long added = count(outcome, Counts.NEW) + count(outcome, Counts.SUPERSEDING);
    long committed = outcome.counts().getOrDefault(Counts.COMMITTED, added);
    long read = outcome.counts().getOrDefault(Counts.ROWS, count(outcome, Counts.RECORDS));
    return new RowSums(
        read,
        committed,
        count(outcome, Counts.QUARANTINED),
        count(outcome, Counts.REPEATS),
        count(outcome, Counts.STALE),
        count(outcome, Counts.FILTERED));
  }

  private static long count(TableOutcome outcome, String key) {
    return outcome.counts().getOrDefault(key, 0L);
  }

  List<Long> parts() {
    return List.of(committed, quarantined, repeats, older, filtered);
  }
}
