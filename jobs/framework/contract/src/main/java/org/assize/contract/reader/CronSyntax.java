package org.assize.contract.reader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.yaml.Mapping;

/** Whether a schedule can be read: five fields, each a list of values, ranges and steps. */
final class CronSyntax {

  private static final Pattern PART =
      Pattern.compile("(\\*|([0-9]+|[A-Z]{3})(-([0-9]+|[A-Z]{3}))?)(/([1-9][0-9]*))?");
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

  private final Faults faults;

  CronSyntax(Faults faults) {
    this.faults = faults;
  }

  void check(Mapping schedule) {
    String cron = schedule.text("cron").orElse("");
    if (cron.isEmpty()) {
      return;
    }
    String[] words = cron.trim().split("\\s+", -1);
    if (words.length != FIELDS.size()) {
      invalid(schedule, cron, "It has " + words.length + " fields.");
      return;
    }
    for (int i = 0; i < words.length; i++) {
      Field field = FIELDS.get(i);
      for (String part : words[i].split(",", -1)) {
        if (!fits(part.toUpperCase(Locale.ROOT), field)) {
          invalid(schedule, cron, "`" + part + "` is no " + field.what() + ".");
        }
      }
    }
  }

  private void invalid(Mapping schedule, String cron, String cause) {
    faults.invalid(
        schedule.placeOf("cron"),
        "`cron: " + cron + "` is no schedule.",
        cause,
        "Write minute, hour, day of month, month, day of week: 0 5 * * *.");
  }

  private static boolean fits(String part, Field field) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return false;
    }
    if (matcher.group(2) == null) {
      return true;
    }
    int from = number(matcher.group(2), field);
    int to = matcher.group(4) == null ? from : number(matcher.group(4), field);
    return from >= field.low() && to <= field.high() && from <= to;
  }

  private static int number(String word, Field field) {
    if (!Character.isDigit(word.charAt(0))) {
      return field.names().indexOf(word);
    }
    return word.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(word);
  }
}
