package org.assize.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Cron;
import org.assize.contract.Schedule;
import org.assize.core.DataInterval;

/**
 * The instants at which a schedule comes, as Airflow's timetable of cron intervals has them. A time
 * that clocks skip comes an hour later that day; one that comes twice counts once, the later; a
 * schedule of every hour comes each hour that passes, 23 or 25 times on such a day.
 */
public record Occurrences(Cron cron, ZoneId zone) {

  /** Those of a schedule, whatever its first day. */
  public static Occurrences of(Schedule schedule) {
    return new Occurrences(schedule.cron(), schedule.timezone());
  }

  /** The first one after an instant. */
  public Instant next(Instant after) {
    ZonedDateTime now = after.atZone(zone);
    LocalDateTime wall = now.toLocalDateTime();
    LocalDateTime next = onWall(wall);
    if (cron.isEveryHour()) {
      return after.plus(Duration.between(wall, next));
    }
    Instant instant = instant(next);
    while (!instant.isAfter(after)) {
      next = onWall(next);
      instant = instant(next);
    }
    return instant;
  }

  /** The last one at or before an instant. */
  public Instant last(Instant until) {
    Duration back = Duration.ofMinutes(1);
    Instant found = next(until.minus(back));
    while (found.isAfter(until)) {
      back = back.multipliedBy(2);
      found = next(until.minus(back));
    }
    for (Instant later = next(found); !later.isAfter(until); later = next(later)) {
      found = later;
    }
    return found;
  }

  /** From the last one at or before an instant to the next: the interval that a run then is for. */
  public DataInterval around(Instant instant) {
    Instant start = last(instant);
    return new DataInterval(start, next(start));
  }

  /** Intervals between neighbours that begin at or after one instant and end by another. */
  public List<DataInterval> between(Instant from, Instant until) {
    List<DataInterval> all = new ArrayList<>();
    Instant start = last(from).equals(from) ? from : next(from);
    for (Instant end = next(start); !end.isAfter(until); end = next(end)) {
      all.add(new DataInterval(start, end));
      start = end;
    }
    return all;
  }

  /** The first time after an instant, within a year, that clocks skip on their way forward. */
  public Optional<LocalDateTime> skipped(Instant after) {
    var change = zone.getRules().nextTransition(after);
    while (change != null && change.getInstant().isBefore(after.plus(Duration.ofDays(366)))) {
      if (change.isGap()) {
        LocalDateTime next = onWall(change.getDateTimeBefore().minusMinutes(1));
        if (next.isBefore(change.getDateTimeAfter()) && !cron.isEveryHour()) {
          return Optional.of(next);
        }
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return Optional.empty();
  }

  private LocalDateTime onWall(LocalDateTime after) {
    return cron.next(after)
        .orElseThrow(() -> new IllegalStateException("a schedule that is read comes again"));
  }

  private Instant instant(LocalDateTime wall) {
    return wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
