package org.assize.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The seconds of every accepted fix by wearer, and the coverage that follows from them. */
final class FixesSeen {

  private static final int LOOKBACK = 3_600;

  private final Map<Long, NavigableSet<Long>> byPerson = new TreeMap<>();

  void add(Fix fix) {
    byPerson.computeIfAbsent(fix.personId(), person -> new TreeSet<>()).add(fix.positionAt());
  }

  List<Coverage> coverage() {
    List<Coverage> rows = new ArrayList<>();
    byPerson.forEach(
        (person, seconds) -> {
          LocalDate day = day(seconds.first());
          while (!day.isAfter(day(seconds.last()))) {
            NavigableSet<Long> ofDay =
                seconds.subSet(start(day), true, start(day.plusDays(1)), false);
            if (!ofDay.isEmpty()) {
              rows.add(coverage(person, day, seconds, ofDay));
            }
            day = day.plusDays(1);
          }
        });
    return rows;
  }

  private static Coverage coverage(
      long person, LocalDate day, NavigableSet<Long> all, NavigableSet<Long> ofDay) {
    Long before = all.lower(ofDay.first());
    boolean inReach = before != null && before >= start(day) - LOOKBACK;
    long previous = inReach ? before : start(day);
    long longest = 0;
    long gaps = 0;
    for (long second : ofDay) {
      longest = Math.max(longest, second - previous);
      gaps += second - previous > Coverage.GAP_MINUTES * 60 ? 1 : 0;
      previous = second;
    }
    return new Coverage(
        day,
        person,
        ofDay.size(),
        Instant.ofEpochSecond(ofDay.first()),
        Instant.ofEpochSecond(ofDay.last()),
        longest / 60,
        gaps);
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(Demo.LONDON).toEpochSecond();
  }

  private static LocalDate day(long second) {
    return Instant.ofEpochSecond(second).atZone(Demo.LONDON).toLocalDate();
  }
}
