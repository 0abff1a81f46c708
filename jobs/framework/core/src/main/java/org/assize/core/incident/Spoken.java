package org.assize.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assize.contract.London;
import org.assize.core.DataInterval;

/** Times and lists as people say them; times are those of London. */
final class Spoken {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK).withZone(London.ZONE);
  private static final int NAMED = 8;

  private Spoken() {}

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String interval(DataInterval interval) {
    return time(interval.start()) + " to " + time(interval.end());
  }

  /** The largest whole unit: {@code 3 hours}. */
  static String length(Duration length) {
    if (length.toDays() > 1) {
      return length.toDays() + " days";
    }
    if (length.toHours() > 1) {
      return length.toHours() + " hours";
    }
    return length.toMinutes() == 1 ? "1 minute" : length.toMinutes() + " minutes";
  }

  /** The first few, and how many more there are. */
  static String list(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }
}
