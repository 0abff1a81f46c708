package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of nothing but fields of a fixed number of digits and single characters between them,
 * for example {@code dd/MM/yyyy HH:mm:ss}. What it reads, {@link
 * java.time.format.DateTimeFormatter} reads alike; what it does not read may still be right.
 */
record DigitPattern(List<Part> parts, int length) {

  private static final Pattern PART =
      Pattern.compile("(yyyy|uuuu|MM|dd|HH|mm|ss|S{1,9})|'([A-Za-z])'|([ ./:,_-])");

  /** Fields that give a date, and then a time to some depth. */
  private static final List<Set<Character>> WHOLE =
      List.of(
          Set.of('y', 'M', 'd'),
          Set.of('y', 'M', 'd', 'H'),
          Set.of('y', 'M', 'd', 'H', 'm'),
          Set.of('y', 'M', 'd', 'H', 'm', 's'),
          Set.of('y', 'M', 'd', 'H', 'm', 's', 'S'));

  /**
   * A field or a character that stands for itself.
   *
   * @param field letter of the field, a blank for a character
   */
  record Part(char field, char character, int length) {}

  /** Empty for patterns of another kind. */
  static Optional<DigitPattern> of(String pattern) {
    List<Part> parts = new ArrayList<>();
    Set<Character> fields = new HashSet<>();
    Matcher matcher = PART.matcher(pattern);
    while (matcher.lookingAt()) {
      Part part = part(matcher);
      if (part.field() != ' ' && !fields.add(part.field())) {
        return Optional.empty();
      }
      parts.add(part);
      matcher.region(matcher.end(), pattern.length());
    }
    return matcher.regionStart() == pattern.length() && WHOLE.contains(fields)
        ? Optional.of(
            new DigitPattern(List.copyOf(parts), parts.stream().mapToInt(Part::length).sum()))
        : Optional.empty();
  }

  private static Part part(Matcher matcher) {
    String field = matcher.group(1);
    if (field != null) {
      char letter = field.charAt(0) == 'u' ? 'y' : field.charAt(0);
      return new Part(letter, ' ', field.length());
    }
    String character = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return new Part(' ', character.charAt(0), 1);
  }

  boolean parse(byte[] bytes, int from, int to, Moment moment) {
    if (to - from != length) {
      return false;
    }
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int micros = 0;
    int at = from;
    for (Part part : parts) {
      if (part.field() == ' ') {
        if (bytes[at] != part.character()) {
          return false;
        }
      } else {
        int value = number(bytes, at, part.length());
        if (value < 0) {
          return false;
        }
        switch (part.field()) {
          case 'y' -> year = value;
          case 'M' -> month = value;
          case 'd' -> day = value;
          case 'H' -> hour = value;
          case 'm' -> minute = value;
          case 's' -> second = value;
          default -> micros = micros(value, part.length());
        }
      }
      at += part.length();
    }
    return moment.date(year, month, day) && moment.time(hour, minute, second, micros);
  }

  private static int number(byte[] bytes, int from, int length) {
    int value = 0;
    for (int at = from; at < from + length; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int micros(int fraction, int digits) {
    int micros = fraction;
    for (int i = digits; i < 6; i++) {
      micros *= 10;
    }
    for (int i = digits; i > 6; i--) {
      micros /= 10;
    }
    return micros;
  }
}
