package org.assize.cli.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assize.contract.London;

/** Times as people in the United Kingdom read them. */
final class LondonTime {

  private static final ZoneId LONDON = London.ZONE;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private LondonTime() {}

  /** {@code 23 November 2026, 09:14 GMT}. */
  static String text(Instant at) {
    ZonedDateTime there = at.atZone(LONDON);
    boolean summer = LONDON.getRules().isDaylightSavings(at);
    return MINUTE.format(there) + (summer ? " BST" : " GMT");
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String day(Instant at) {
    return DAY.format(at.atZone(LONDON));
  }

  static LocalDate today(Instant now) {
    return now.atZone(LONDON).toLocalDate();
  }

  /** The same for people and machines. */
  static Element element(Instant at) {
    return Element.of("time").with("datetime", at.toString()).text(text(at));
  }
}
