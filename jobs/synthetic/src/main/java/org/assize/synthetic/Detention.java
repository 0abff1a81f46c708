package org.assize.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sound rows of a made-up custody register, many of them just inside what is allowed. */
final class Detention {

  static final int STATIONS = 40;
  private static final LocalDateTime FIRST = LocalDateTime.of(2026, 11, 1, 0, 0);
  private static final String[] OUTCOMES = {"CHARGED", "RELEASED", "BAILED", ""};

  private Detention() {}

  static String station(int number) {
    return "ST%03d".formatted(number);
  }

  /** The row of a number, by column. */
  static Map<String, String> row(int number, Draw draw) {
    LocalDateTime arrived = FIRST.plusMinutes(draw.below(30 * 1_440));
    LocalDateTime released = arrived.plusMinutes(draw.below(10) == 0 ? 0 : draw.below(36 * 60));
    String outcome = OUTCOMES[draw.below(OUTCOMES.length)];
    int year = draw.between(1950, 2015);
    int serial = draw.below(9_999_999);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("detention_id", "DT%08d".formatted(number));
    row.put("station_code", draw.below(20) == 0 ? "" : station(draw.below(STATIONS)));
    row.put("arrived_at", arrived + ":00Z");
    row.put("released_at", draw.below(8) == 0 ? "" : released + ":00Z");
    row.put(
        "age", Integer.toString(draw.below(9) == 0 ? edge(draw, 10, 110) : draw.between(10, 110)));
    row.put("date_of_birth", LocalDate.of(1900, 1, 1).plusDays(draw.below(40_000)).toString());
    row.put("deposit", "%d.%02d".formatted(draw.below(500), 5 * draw.below(20)));
    row.put("is_vulnerable", draw.below(2) == 0 ? "true" : "false");
    row.put("note", note(draw));
    row.put("officer_email", "officer%d@police.example".formatted(draw.below(900)));
    row.put("record_key", "%08x-0000-4000-8000-%012x".formatted(number, draw.next() >>> 16));
    row.put("outcome", outcome);
    row.put("bail_until", outcome.equals("BAILED") ? "2026-12-24" : "");
    row.put("reason", draw.below(2) == 0 ? "WARRANT" : "ARREST");
    row.put("risk", draw.below(10) == 0 ? "0" : Integer.toString(draw.below(10)));
    row.put(
        "pnc_id",
        draw.below(3) == 0 ? Pnc.shortIdentifier(year, serial) : Pnc.identifier(year, serial));
    row.put("asn", ArrestSummons.number(number));
    row.put("force", "E230000%02d".formatted(draw.between(1, 39)));
    return row;
  }

  private static int edge(Draw draw, int least, int most) {
    return draw.below(2) == 0 ? least : most;
  }

  private static String note(Draw draw) {
    return switch (draw.below(6)) {
      case 0 -> "";
      case 1 -> "ok";
      case 2 -> "x".repeat(40);
      case 3 -> "said \"no\", then left";
      case 4 -> "first line\nsecond line, with a comma";
      default -> "é".repeat(draw.between(2, 40));
    };
  }

  /** The row as a line of CSV. */
  static String line(Iterable<String> fields) {
    return java.util.stream.StreamSupport.stream(fields.spliterator(), false)
        .map(Detention::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String field) {
    boolean isPlain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return isPlain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
