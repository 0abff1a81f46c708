package org.assize.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.assize.contract.Interval;

/**
 * Cuts time as a table's contract says: hours, days or months of a zone, so a London day may last
 * 23 or 25 hours.
 */
public record Intervals(Interval spec) {

  /** The interval that holds an instant. */
  public DataInterval of(Instant instant) {
    ZonedDateTime start = start(instant.atZone(spec.timezone()));
    return new DataInterval(start.toInstant(), next(start).toInstant());
  }

  /** The day, month or first hour that begins on a date, for tables whose column is a date. */
  public DataInterval of(LocalDate date) {
    return of(date.atStartOfDay(spec.timezone()).toInstant());
  }

  /** Every interval that shares an instant with a span, in order. */
  public List<DataInterval> covering(DataInterval span) {
    List<DataInterval> all = new ArrayList<>();
    DataInterval current = of(span.start());
    while (current.start().isBefore(span.end())) {
      all.add(current);
      current = of(current.end());
    }
    return all;
  }

  /** How many intervals lie in spans, each of which is made of whole ones. */
  public long count(Collection<DataInterval> spans) {
    return spans.stream().mapToLong(span -> covering(span).size()).sum();
  }

  /** Joins what touches or overlaps, in order. */
  public static List<DataInterval> coalesced(Collection<DataInterval> intervals) {
    List<DataInterval> joined = new ArrayList<>();
    for (DataInterval next : new TreeSet<>(intervals)) {
      int last = joined.size() - 1;
      if (last >= 0 && !next.start().isAfter(joined.get(last).end())) {
        DataInterval before = joined.get(last);
        Instant end = before.end().isAfter(next.end()) ? before.end() : next.end();
        joined.set(last, new DataInterval(before.start(), end));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private ZonedDateTime start(ZonedDateTime time) {
    return switch (spec.grain()) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> time.toLocalDate().atStartOfDay(spec.timezone());
      case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(spec.timezone());
    };
  }

  private ZonedDateTime next(ZonedDateTime start) {
    return switch (spec.grain()) {
      case HOUR -> start.plusHours(1);
      case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(spec.timezone());
      case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(spec.timezone());
    };
  }
}
