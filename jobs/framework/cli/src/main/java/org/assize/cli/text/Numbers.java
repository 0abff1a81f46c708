package org.assize.cli.text;

import java.time.Duration;
import java.util.Locale;

/** Numbers, spans of time and sizes as people read them, in English and independent of locale. */
public final class Numbers {

  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private Numbers() {}

  /** A count with a comma every three digits. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count and its noun: {@code 1 table}, {@code 4,812 tables}. The plural only adds an s. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A span of time with about two significant parts: {@code 0.4 s}, {@code 2 min 05 s}. */
  public static String duration(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", Math.min(59.9, span.toMillis() / 1000.0));
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }

  /** A size in binary units: {@code 512 bytes}, {@code 3.5 GiB}. */
  public static String size(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return unit == 0
        ? count(bytes) + " bytes"
        : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }
}
