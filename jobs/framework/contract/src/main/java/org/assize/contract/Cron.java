package org.assize.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Five fields, each a list of values, ranges and steps: minute, hour, day of the month, month, day
 * of the week (0 and 7 are Sunday). A day fits if it meets both kinds of day, or either where both
 * are restricted, as the crontab of POSIX has it.
 */
public final class Cron {

  /** A day that comes at all comes within this time: 29 February may be eight years away. */
  private static final int YEARS = 9;

  private static final Pattern PART =
      Pattern.compile("(\\*|([0-9]+|[A-Z]{3})(-([0-9]+|[A-Z]{3}))?)(/([1-9][0-9]{0,3}))?");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  /** One field, with its lowest and highest value and the names of values. */
  private record Field(String what, int low, int high, List<String> names) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of the month", 1, 31, List.of()),
          new Field("month", 1, 12, MONTHS),
          new Field("day of the week", 0, 7, DAYS));

  private final List<String> words;
  private final long[] allowed = new long[FIELDS.size()];

  private Cron(List<String> words, List<String> faults) {
    this.words = words;
    for (int i = 0; i < FIELDS.size(); i++) {
      for (String part : words.get(i).split(",", -1)) {
        long values = values(part.toUpperCase(Locale.ROOT), FIELDS.get(i));
        if (values == 0) {
          faults.add("`" + part + "` is no " + FIELDS.get(i).what() + ".");
        }
        allowed[i] |= values;
      }
    }
    allowed[4] |= allowed[4] >> 7 & 1;
  }

  /** What is wrong with a text, a sentence for each fault; empty for a schedule. */
  public static List<String> faults(String text) {
    List<String> words = words(text);
    if (words.size() != FIELDS.size()) {
      return List.of("It has " + words.size() + " fields.");
    }
    List<String> faults = new ArrayList<>();
    var cron = new Cron(words, faults);
    if (faults.isEmpty() && cron.next(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
      faults.add("Such a day never comes.");
    }
    return faults;
  }

  /**
   * Reads a text that has no {@link #faults}.
   *
   * @throws IllegalArgumentException if it has
   */
  public static Cron parse(String text) {
    List<String> faults = faults(text);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
    return new Cron(words(text), faults);
  }

  /** The first time after another one, to the minute, by the clock on the wall. */
  public Optional<LocalDateTime> next(LocalDateTime after) {
    LocalDateTime from = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDate last = from.toLocalDate().plusYears(YEARS);
    for (LocalDate day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
      if (fits(day)) {
        boolean isFirst = day.equals(from.toLocalDate());
        LocalTime earliest = isFirst ? from.toLocalTime() : LocalTime.MIDNIGHT;
        Optional<LocalTime> time = firstTime(earliest);
        if (time.isPresent()) {
          return Optional.of(day.atTime(time.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it comes in each hour of a day that fits. */
  public boolean isEveryHour() {
    return words.get(1).equals("*");
  }

  private boolean fits(LocalDate day) {
    boolean byDate = has(2, day.getDayOfMonth());
    boolean byWeekday = has(4, day.getDayOfWeek().getValue() % 7);
    boolean areBothRestricted = !words.get(2).equals("*") && !words.get(4).equals("*");
    return has(3, day.getMonthValue())
        && (areBothRestricted ? byDate || byWeekday : byDate && byWeekday);
  }

  private Optional<LocalTime> firstTime(LocalTime earliest) {
    for (int hour = earliest.getHour(); hour < 24; hour++) {
      int minute = hour == earliest.getHour() ? earliest.getMinute() : 0;
      for (; has(1, hour) && minute < 60; minute++) {
        if (has(0, minute)) {
          return Optional.of(LocalTime.of(hour, minute));
        }
      }
    }
    return Optional.empty();
  }

  private boolean has(int field, int value) {
    return (allowed[field] >> value & 1) == 1;
  }

  private static List<String> words(String text) {
    return List.of(text.trim().split("\\s+", -1));
  }

  /** The values of one part as bits; none if it is no part of the field. */
  private static long values(String part, Field field) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return 0;
    }
    boolean isAny = matcher.group(2) == null;
    int from = isAny ? field.low() : number(matcher.group(2), field);
    int to = isAny ? field.high() : from;
    if (matcher.group(4) != null) {
      to = number(matcher.group(4), field);
    } else if (!isAny && matcher.group(6) != null) {
      to = field.high();
    }
    long step = matcher.group(6) == null ? 1 : Long.parseLong(matcher.group(6));
    long values = 0;
    if (from >= field.low() && to <= field.high()) {
      for (long value = from; value <= to; value += step) {
        values |= 1L << value;
      }
    }
    return values;
  }

  private static int number(String word, Field field) {
    if (!Character.isDigit(word.charAt(0))) {
      return field.names().indexOf(word);
    }
    return word.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(word);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  /** The five fields as written. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
