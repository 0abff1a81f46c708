package org.assize.spark.typing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** Times on the clocks of one zone. Remembers the days on which clocks stayed as they were. */
final class LocalTimes {

  /** A local time that clocks never showed, or showed twice. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int UNSTEADY = Integer.MAX_VALUE;
  private static final int DAYS = 256;

  private final ZoneRules rules;
  private final int[] days = new int[DAYS];
  private final int[] offsets = new int[DAYS];

  LocalTimes(ZoneId zone) {
    this.rules = zone.getRules();
    days[0] = 1;
  }

  /** Seconds that local time is ahead of UTC, or {@link #NONE}. */
  int offset(int day, long micros) {
    int slot = day & (DAYS - 1);
    if (days[slot] != day) {
      days[slot] = day;
      offsets[slot] = wholeDay(day);
    }
    return offsets[slot] == UNSTEADY ? single(day, micros) : offsets[slot];
  }

  /** The offset of a whole day, {@link #UNSTEADY} where a change is near. */
  private int wholeDay(int day) {
    LocalDateTime start = LocalDate.ofEpochDay(day).atStartOfDay();
    List<ZoneOffset> valid = rules.getValidOffsets(start);
    if (valid.size() != 1) {
      return UNSTEADY;
    }
    Instant begin = start.toInstant(valid.get(0));
    ZoneOffsetTransition next = rules.nextTransition(begin.minusNanos(1));
    boolean near = next != null && next.getInstant().isBefore(begin.plusSeconds(3 * 86_400L));
    return near ? UNSTEADY : valid.get(0).getTotalSeconds();
  }

  private int single(int day, long micros) {
    LocalDateTime local = LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(micros * 1000);
    List<ZoneOffset> valid = rules.getValidOffsets(local);
    return valid.size() == 1 ? valid.get(0).getTotalSeconds() : NONE;
  }
}
