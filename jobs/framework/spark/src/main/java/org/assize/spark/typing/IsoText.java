package org.assize.spark.typing;

import java.util.Arrays;

/**
 * ISO 8601 in its extended form. A date is {@code yyyy-MM-dd}; a timestamp is a date, {@code T} or
 * a blank, {@code HH:mm} with seconds and a fraction of one to nine digits or without (cut to
 * microseconds), and then nothing, {@code Z}, {@code Z[UTC]}, or an offset of hours with minutes or
 * without.
 */
final class IsoText {

  private static final int DATE = 10;
  private static final byte[] UTC = {'[', 'U', 'T', 'C', ']'};

  private IsoText() {}

  static boolean date(byte[] bytes, int from, int to, Moment moment) {
    return to - from == DATE && dateAt(bytes, from, moment);
  }

  private static boolean dateAt(byte[] bytes, int at, Moment moment) {
    int century = two(bytes, at);
    int year = two(bytes, at + 2);
    int month = two(bytes, at + 5);
    int day = two(bytes, at + 8);
    return (century | year | month | day) >= 0
        && bytes[at + 4] == '-'
        && bytes[at + 7] == '-'
        && moment.date(century * 100 + year, month, day);
  }

  static boolean timestamp(byte[] bytes, int from, int to, Moment moment) {
    if (to - from < DATE + 6 || !dateAt(bytes, from, moment)) {
      return false;
    }
    int at = from + DATE;
    if ((bytes[at] != 'T' && bytes[at] != ' ') || bytes[at + 3] != ':') {
      return false;
    }
    int hour = two(bytes, at + 1);
    int minute = two(bytes, at + 4);
    at += 6;
    int second = 0;
    int micros = 0;
    if (at + 2 < to && bytes[at] == ':') {
      second = two(bytes, at + 1);
      at += 3;
      if (at < to && bytes[at] == '.') {
        int end = digitsEnd(bytes, at + 1, to);
        micros = micros(bytes, at + 1, end);
        at = end;
      }
    }
    return (hour | minute | second | micros) >= 0
        && moment.time(hour, minute, second, micros)
        && (at == to || zone(bytes, at, to, moment));
  }

  private static int digitsEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static int micros(byte[] bytes, int from, int to) {
    if (to == from || to - from > 9) {
      return -1;
    }
    int micros = 0;
    for (int i = 0; i < 6; i++) {
      micros = micros * 10 + (from + i < to ? bytes[from + i] - '0' : 0);
    }
    return micros;
  }

  private static boolean zone(byte[] bytes, int from, int to, Moment moment) {
    if (bytes[from] == 'Z') {
      return (to - from == 1 || isUtc(bytes, from + 1, to)) && moment.offset(0);
    }
    if (bytes[from] != '+' && bytes[from] != '-') {
      return false;
    }
    boolean colon = to - from == 6 && bytes[from + 3] == ':';
    if (to - from != 3 && to - from != 5 && !colon) {
      return false;
    }
    int hours = two(bytes, from + 1);
    int minutes = to - from == 3 ? 0 : two(bytes, to - 2);
    if ((hours | minutes) < 0 || minutes > 59) {
      return false;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return moment.offset(bytes[from] == '-' ? -seconds : seconds);
  }

  private static boolean isUtc(byte[] bytes, int from, int to) {
    return Arrays.equals(UTC, 0, UTC.length, bytes, from, to);
  }

  /** Two digits as a number, negative where they are none. */
  static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
