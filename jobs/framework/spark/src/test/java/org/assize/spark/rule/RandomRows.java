package org.assize.spark.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Rows of every type, rich in the values at which rules go wrong; absent ones in each column. */
final class RandomRows {

  private static final List<Double> DOUBLES =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          0.0,
          -0.0,
          1.0,
          0.1,
          0.2,
          0.3,
          0.1 + 0.2,
          1e-19,
          1.0000000000000001E-5,
          1e21,
          -1e21,
          1e19);
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "  ",
          "\t",
          "\n",
          "a",
          "a ",
          " a",
          "a\n",
          "\na",
          "A",
          "ab",
          "abc",
          "abcd",
          "a1",
          "a12",
          "a12\n",
          "n/a",
          " n/a ",
          "n/a\n",
          "é",
          "éé",
          "👍",
          "👍👍👍",
          "O'Neil",
          "b\\c",
          "\\",
          "%",
          "${system:user.dir}",
          "\u0000",
          "x\u0000",
          "b",
          "123e4567-e89b-12d3-a456-426614174000",
          "a@b.uk",
          "a@b.uk\n",
          "a@b",
          "@b.uk");
  private static final List<String> TIMES =
      List.of(
          "08:00",
          "08:00:00",
          "07:59:59",
          "07:59",
          "17:00",
          "17:00:00",
          "17:00:01",
          "17:00:00.5",
          "24:00",
          "8:30",
          "",
          " ",
          "noon",
          "23:59:59",
          "00:00",
          "08:00\n",
          "09:60");

  private final Random chance;

  RandomRows(long seed) {
    this.chance = new Random(seed);
  }

  List<Map<String, Object>> rows(int count) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }

  /** The DDL of what {@link #rows} yields, in the order of its columns. */
  static String schema() {
    return "whole bigint, small int, share double, step double, ratio float, fine decimal(12,2),"
        + " wide decimal(38,10), level double, is_open boolean, code string, mail string,"
        + " key string, band string, opens string, seen_on date, seen_at timestamp,"
        + " force string, number bigint";
  }

  private Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    put(row, "whole", () -> pick(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -7L, 99L, 100L, small()));
    put(row, "small", () -> pick(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -7, 7, (int) small()));
    put(row, "share", this::fraction);
    put(row, "step", this::fraction);
    put(row, "ratio", () -> ratio());
    put(row, "fine", () -> decimal(2, "9999999999.99"));
    put(row, "wide", () -> decimal(10, "9999999999999999999999999999.9999999999"));
    put(row, "level", () -> chance.nextBoolean() ? fraction() : chance.nextInt(16) / 2.0);
    put(row, "is_open", chance::nextBoolean);
    for (String text : List.of("code", "mail", "key", "band")) {
      put(row, text, this::text);
    }
    put(row, "opens", () -> TIMES.get(chance.nextInt(TIMES.size())));
    put(row, "seen_on", this::day);
    put(row, "seen_at", this::moment);
    put(row, "force", () -> pick("", " ", "01", "02"));
    put(row, "number", () -> (long) chance.nextInt(400));
    return row;
  }

  private void put(Map<String, Object> row, String column, Supplier<Object> value) {
    row.put(column, chance.nextInt(8) == 0 ? null : value.get());
  }

  private Object pick(Object... values) {
    return values[chance.nextInt(values.length)];
  }

  private long small() {
    return chance.nextInt(240) - 120;
  }

  private double fraction() {
    return switch (chance.nextInt(3)) {
      case 0 -> DOUBLES.get(chance.nextInt(DOUBLES.size()));
      case 1 -> (chance.nextInt(40) - 20) / 10.0;
      default -> chance.nextGaussian();
    };
  }

  private float ratio() {
    return switch (chance.nextInt(3)) {
      case 0 -> (float) pick(Float.NaN, Float.MAX_VALUE, Float.MIN_VALUE, -0f, 0.1f, 0.3f, 1e21f);
      case 1 -> (chance.nextInt(40) - 20) / 10f;
      default -> (float) chance.nextGaussian();
    };
  }

  private BigDecimal decimal(int scale, String most) {
    var largest = new BigDecimal(most);
    return switch (chance.nextInt(3)) {
      case 0 -> (BigDecimal) pick(largest, largest.negate(), BigDecimal.ZERO.setScale(scale));
      case 1 -> BigDecimal.valueOf(chance.nextInt(4000) - 2000, 2).setScale(scale);
      default -> BigDecimal.valueOf(chance.nextInt(), scale);
    };
  }

  private String text() {
    return chance.nextInt(5) == 0
        ? chance
            .ints(chance.nextInt(6), 'a', 'd')
            .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
            .toString()
        : TEXTS.get(chance.nextInt(TEXTS.size()));
  }

  private LocalDate day() {
    var bound = LocalDate.of(2020, 2, 29);
    return (LocalDate)
        pick(
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(1582, 10, 10),
            bound,
            bound.minusDays(1),
            bound.plusDays(chance.nextInt(4000)));
  }

  private Instant moment() {
    var bound = Instant.parse("2026-03-29T01:00:00Z");
    return (Instant)
        pick(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"),
            bound,
            bound.minusNanos(1000),
            bound.plusNanos(1000),
            bound.plusSeconds(chance.nextInt() / 16));
  }
}
