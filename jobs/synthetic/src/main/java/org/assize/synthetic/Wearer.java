package org.assize.synthetic;

import java.time.Instant;
import java.time.LocalTime;

/** One tagged person by number: where they are and when their tag is silent. */
record Wearer(Demo demo, int number) {

  private static final long FIRST_ID = 100_000_000_000L;
  private static final int MINUTES_A_DAY = 1_440;

  long deviceId() {
    return 7_000L + number;
  }

  long personId() {
    return 5_000L + number;
  }

  /** The fix of a minute, numbered from the first day's midnight in UTC. */
  Fix fix(int minute) {
    Draw home = demo.draw(1, number);
    Draw step = demo.draw(2, number, minute);
    long at = at(minute);
    return new Fix(
        FIRST_ID + minute * 100_000L + number,
        deviceId(),
        personId(),
        at,
        at + 360,
        home.between(50_500_000, 55_000_000) + step.below(2_000),
        home.between(-3_500_000, 500_000) + step.below(2_000),
        step.below(71),
        step.between(4, 20));
  }

  /** The second of a minute's fix. */
  long at(int minute) {
    return demo.midnight(0) + minute * 60L + number * 7L % 60;
  }

  /** Whether nothing is recorded: once a day for some, over each midnight for others. */
  boolean silent(int minute) {
    int day = minute / MINUTES_A_DAY;
    if ((number + day) % 3 == 0) {
      Draw gap = demo.draw(3, number, day);
      int start = gap.between(60, 1_000);
      int length = gap.between(35, 115);
      int minuteOfDay = minute % MINUTES_A_DAY;
      if (minuteOfDay >= start && minuteOfDay < start + length) {
        return true;
      }
    }
    if (number % 4 != 2) {
      return false;
    }
    LocalTime time = londonTime(minute);
    return time.isAfter(LocalTime.of(23, 40)) || time.isBefore(LocalTime.of(0, 25));
  }

  /** Whether a fix only reaches the supplier on the next morning. */
  boolean outOfReach(int minute) {
    return number % 5 == 1 && londonTime(minute).isAfter(LocalTime.of(22, 30));
  }

  private LocalTime londonTime(int minute) {
    return Instant.ofEpochSecond(at(minute)).atZone(Demo.LONDON).toLocalTime();
  }
}
