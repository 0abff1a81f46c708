package org.assize.cli.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A way to write a date or a time.
 *
 * @param pattern as {@link DateTimeFormatter} knows it; empty for ISO 8601, which needs no telling
 */
record TimePattern(String pattern, Pattern shape, DateTimeFormatter parser) {

  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 9999;

  /** Dates, likelier first: where a sample fits day first and month first, day first wins. */
  static final List<TimePattern> DATES =
      List.of(
          iso("\\d{4}-\\d{2}-\\d{2}", "yyyy-MM-dd"),
          of("dd/MM/yyyy", "\\d{2}/\\d{2}/\\d{4}"),
          of("d/M/yyyy", "\\d{1,2}/\\d{1,2}/\\d{4}"),
          of("MM/dd/yyyy", "\\d{2}/\\d{2}/\\d{4}"),
          of("dd-MM-yyyy", "\\d{2}-\\d{2}-\\d{4}"),
          of("dd.MM.yyyy", "\\d{2}\\.\\d{2}\\.\\d{4}"),
          of("yyyy/MM/dd", "\\d{4}/\\d{2}/\\d{2}"),
          of("yyyyMMdd", "\\d{8}"),
          of("dd MMM yyyy", "\\d{2} [A-Za-z]{3} \\d{4}"),
          of("d MMM yyyy", "\\d{1,2} [A-Za-z]{3} \\d{4}"),
          of("dd-MMM-yyyy", "\\d{2}-[A-Za-z]{3}-\\d{4}"),
          of("dd-MMM-yy", "\\d{2}-[A-Za-z]{3}-\\d{2}"),
          of("dd/MM/yy", "\\d{2}/\\d{2}/\\d{2}"));

  /** Points in time. */
  static final List<TimePattern> TIMESTAMPS =
      List.of(
          iso(
              "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?",
              "yyyy-MM-dd'T'HH:mm[:ss[.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS]"
                  + "[.SSS][.SS][.S]][XXX]"),
          of("yyyy-MM-dd HH:mm:ss", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"),
          of("yyyy-MM-dd HH:mm:ss.SSS", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}"),
          of("yyyy-MM-dd HH:mm:ss.SSSSSS", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{6}"),
          of("yyyy-MM-dd HH:mm", "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"),
          of("dd/MM/yyyy HH:mm:ss", "\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}:\\d{2}"),
          of("dd/MM/yyyy HH:mm", "\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}"),
          of("yyyyMMddHHmmss", "\\d{14}"),
          of("dd-MMM-yyyy HH:mm:ss", "\\d{2}-[A-Za-z]{3}-\\d{4} \\d{2}:\\d{2}:\\d{2}"));

  private static TimePattern of(String pattern, String shape) {
    return new TimePattern(pattern, Pattern.compile(shape), parser(pattern));
  }

  private static TimePattern iso(String shape, String pattern) {
    return new TimePattern("", Pattern.compile(shape), parser(pattern));
  }

  private static DateTimeFormatter parser(String pattern) {
    return DateTimeFormatter.ofPattern(
            pattern.replace("yyyy", "uuuu").replace("yy", "uu"), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Whether the text is written this way and names a day that exists. */
  boolean reads(String text) {
    if (!shape.matcher(text).matches()) {
      return false;
    }
    try {
      TemporalAccessor parsed = parser.parse(text);
      LocalDate day = parsed.query(TemporalQueries.localDate());
      return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether the text has the shape, whatever day it names. */
  boolean resembles(String text) {
    return shape.matcher(text).matches();
  }

  /** Whether the text says which zone it means. */
  static boolean hasZone(String text) {
    return text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
  }

  /** Whether a number could not be taken for it. */
  boolean isUnmistakable() {
    return isIso() || !pattern.matches("[A-Za-z]+");
  }

  boolean isIso() {
    return pattern.isEmpty();
  }
}
