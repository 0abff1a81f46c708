package org.assize.spark.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What each rule of {@link RowRulePropertiesTest#CONTRACT} means, in plain Java. */
final class RuleOracle {

  private static final Set<Double> LEVELS =
      Set.of(0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5);

  private final Map<String, Predicate<Map<String, Object>>> meanings = new LinkedHashMap<>();

  RuleOracle() {
    rule("whole_required", "whole", Objects::nonNull);
    present("whole_range", "whole", (Long v) -> v >= -9223372036854775807L && v < 100);
    present("whole_multiple", "whole", (Long v) -> v % 3 == 0);
    present("small_multiple", "small", (Integer v) -> v % 7 == 0);
    present("share_range", "share", (Double v) -> v >= 0 && v < 1);
    present("step_multiple", "step", (Double v) -> isMultiple(v.toString(), "0.1"));
    present("ratio_range", "ratio", (Float v) -> v >= -0.5f && v <= 0.1f);
    present("ratio_multiple", "ratio", (Float v) -> isMultiple(v.toString(), "0.1"));
    present("fine_range", "fine", (BigDecimal v) -> v.compareTo(new BigDecimal("0.05")) >= 0);
    present("fine_multiple", "fine", (BigDecimal v) -> isMultiple(v.toPlainString(), "0.05"));
    present("wide_range", "wide", (BigDecimal v) -> v.compareTo(new BigDecimal("1.5")) > 0);
    present("level_valid", "level", (Double v) -> LEVELS.contains(v + 0.0));
    rule("is_open_not_null", "is_open", Objects::nonNull);
    present("code_pattern", "code", (String v) -> v.matches("[a-c]\\d*|é|.b?"));
    present("code_length", "code", (String v) -> points(v) >= 1 && points(v) <= 3);
    present("mail_format", "mail", (String v) -> v.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
    present("key_format", "key", (String v) -> v.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}"));
    rule("band_present", "band", v -> v != null && !Set.of("", "n/a").contains(trimmed(v)));
    Set<Object> bands =
        Set.of("a", "ab", "O'Neil", "b\\c", "\t", "${system:user.dir}", "éé", "x\0", "a\n");
    rule("band_valid", "band", v -> v == null || bands.contains(v));
    rule("band_strict", "band", v -> v != null && v.toString().matches("[a-z]+"));
    rule("opens_range", "opens", v -> v == null || isBusinessHour(v.toString()));
    LocalDate first = LocalDate.of(2020, 2, 29);
    present(
        "seen_on_range",
        "seen_on",
        (LocalDate v) -> !v.isBefore(first) && !v.isAfter(LocalDate.of(9999, 12, 30)));
    Instant spring = Instant.parse("2026-03-29T01:00:00Z");
    present(
        "seen_at_range",
        "seen_at",
        (Instant v) -> v.isAfter(Instant.parse("0001-01-01T00:00:00Z")) && !v.isAfter(spring));
    meanings.put("passes", row -> !FALSE.equals(and(above(row, "share"), above(row, "level"))));
    meanings.put("fails", row -> TRUE.equals(or(above(row, "share"), above(row, "level"))));
    meanings.put(
        "only_open", row -> !TRUE.equals(row.get("is_open")) || Objects.nonNull(row.get("code")));
    meanings.put(
        "mostly_coded", row -> FALSE.equals(row.get("is_open")) || row.get("code") != null);
  }

  private static final Boolean TRUE = Boolean.TRUE;
  private static final Boolean FALSE = Boolean.FALSE;

  /** Ids of the rules that a row breaks, in the oracle's order. */
  List<String> broken(Map<String, Object> row) {
    return meanings.entrySet().stream()
        .filter(rule -> !rule.getValue().test(row))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many rows stand beyond the first of each key. */
  static long repeats(
      List<Map<String, Object>> rows, List<String> key, Predicate<Map<String, Object>> about) {
    return keys(rows, key, about).values().stream().mapToLong(count -> count - 1).sum();
  }

  /** The share of the rows with a key whose key stands in no other row. */
  static double uniqueness(
      List<Map<String, Object>> rows, List<String> key, Predicate<Map<String, Object>> about) {
    Collection<Integer> counts = keys(rows, key, about).values();
    long single = counts.stream().filter(count -> count == 1).count();
    return (double) single / counts.stream().mapToLong(count -> count).sum();
  }

  /** How often each key stands; one of nothing but NULL is none. */
  private static Map<List<Object>, Integer> keys(
      List<Map<String, Object>> rows, List<String> key, Predicate<Map<String, Object>> about) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    for (Map<String, Object> row : rows) {
      List<Object> values = new ArrayList<>();
      key.forEach(column -> values.add(asKey(row.get(column))));
      if (about.test(row) && values.stream().anyMatch(Objects::nonNull)) {
        counts.merge(values, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Object asKey(Object value) {
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }

  private void rule(String id, String column, Predicate<Object> meaning) {
    meanings.put(id, row -> meaning.test(row.get(column)));
  }

  @SuppressWarnings("unchecked")
  private <T> void present(String id, String column, Predicate<T> meaning) {
    rule(id, column, value -> value == null || meaning.test((T) value));
  }

  private static boolean isMultiple(String text, String step) {
    return text.matches("[-+.\\dE]+") // 38 digits are what a decimal has
        && Math.abs(Double.parseDouble(text)) < 1e38
        && new BigDecimal(text).remainder(new BigDecimal(step)).signum() == 0;
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String trimmed(Object text) {
    return text.toString().replaceAll("\\A +| +\\z", "");
  }

  private static boolean isBusinessHour(String text) {
    if (!text.matches("\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?") || text.compareTo("24") > 0) {
      return false;
    }
    if (text.charAt(3) > '5') {
      return false;
    }
    LocalTime time = LocalTime.parse(text);
    return !time.isBefore(LocalTime.of(8, 0)) && !time.isAfter(LocalTime.of(17, 0));
  }

  /** Spark's order of numbers, in which NaN is above all; NULL where there is none. */
  private static Boolean above(Map<String, Object> row, String column) {
    Double value = (Double) row.get(column);
    return value == null ? null : value.isNaN() || value > 0.5;
  }

  private static Boolean and(Boolean one, Boolean other) {
    if (FALSE.equals(one) || FALSE.equals(other)) {
      return FALSE;
    }
    return one == null || other == null ? null : TRUE;
  }

  private static Boolean or(Boolean one, Boolean other) {
    if (TRUE.equals(one) || TRUE.equals(other)) {
      return TRUE;
    }
    return one == null || other == null ? null : FALSE;
  }
}
