package org.assize.spark.typing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A local date and time with or without an offset, as read from text. Used again. */
final class Moment {

  static final long DAY_MICROS = 86_400_000_000L;

  private static final int FIRST_DAY = (int) LocalDate.of(1, 1, 1).toEpochDay();
  private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();
  private static final byte[] MONTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private int day;
  private long micros;
  private boolean zoned;
  private int offsetSeconds;

  /** Sets the date, at the start of the day without offset; false where there is no such day. */
  boolean date(int year, int month, int dayOfMonth) {
    if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1 || year > 9999) {
      return false;
    }
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    if (dayOfMonth > MONTHS[month] && !(leap && month == 2 && dayOfMonth == 29)) {
      return false;
    }
    // Years begin in March here, so that the leap day is the last.
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    int days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + dayOfMonth;
    day = days - 719_469;
    micros = 0;
    zoned = false;
    return true;
  }

  /** Sets the date; false outside the years 1 to 9999, which other readers of tables lack. */
  boolean date(LocalDate date) {
    if (date.toEpochDay() < FIRST_DAY || date.toEpochDay() > LAST_DAY) {
      return false;
    }
    day = (int) date.toEpochDay();
    micros = 0;
    zoned = false;
    return true;
  }

  /** Sets the time; false where there is no such time. */
  boolean time(int hour, int minute, int second, int microsOfSecond) {
    if (hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    micros = ((hour * 60L + minute) * 60L + second) * 1_000_000L + microsOfSecond;
    return true;
  }

  void time(LocalTime time) {
    micros = time.toNanoOfDay() / 1000;
  }

  /** Sets the offset; false where there is no such offset. */
  boolean offset(int seconds) {
    if (Math.abs(seconds) > ZoneOffset.MAX.getTotalSeconds()) {
      return false;
    }
    zoned = true;
    offsetSeconds = seconds;
    return true;
  }

  int day() {
    return day;
  }

  /** Microseconds of the day. */
  long micros() {
    return micros;
  }

  boolean isZoned() {
    return zoned;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }
}
