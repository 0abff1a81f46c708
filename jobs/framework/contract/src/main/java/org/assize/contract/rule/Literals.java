package org.assize.contract.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.contract.LogicalType;
import org.assize.contract.type.SparkType;
import org.assize.contract.type.SparkType.Plain;

/** Texts of a contract as Spark SQL literals of a column's type. */
final class Literals {

  private static final int MOST_DIGITS = SparkType.Decimal.MOST_DIGITS;

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");

  private Literals() {}

  /** The literal; empty where the text is no value of the type. */
  static Optional<String> of(LogicalType logical, SparkType type, String text) {
    try {
      return switch (logical) {
        case STRING -> Optional.of(Sql.text(text));
        case TIME -> Optional.of(Sql.text(time(text)));
        case DATE -> Optional.of("DATE'" + LocalDate.parse(text) + "'");
        case TIMESTAMP -> Optional.of("TIMESTAMP'" + instant(text) + "'");
        case BOOLEAN -> bool(text);
        case NUMBER, INTEGER -> number(type, text);
        case OBJECT, ARRAY -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  /** A number as a literal of the type, or exact where the type is exact. */
  static Optional<String> number(SparkType type, String text) {
    var exact = new BigDecimal(text);
    if (type.isFraction()) {
      double value = exact.doubleValue();
      if (Double.isInfinite(value)) {
        return Optional.empty();
      }
      return Optional.of(type == Plain.FLOAT ? "CAST(" + value + "D AS FLOAT)" : value + "D");
    }
    return exactNumber(exact);
  }

  /** A whole number that fits a bigint, or else a decimal. */
  static Optional<String> exactNumber(BigDecimal exact) {
    BigDecimal shortest = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    if (shortest.precision() - Math.min(shortest.scale(), 0) > MOST_DIGITS
        || shortest.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    if (shortest.scale() <= 0) {
      BigInteger whole = shortest.toBigIntegerExact();
      boolean fits =
          whole.bitLength() < Long.SIZE && !whole.equals(BigInteger.valueOf(Long.MIN_VALUE));
      return Optional.of(whole + (fits ? "L" : "BD"));
    }
    return Optional.of(shortest.toPlainString() + "BD");
  }

  private static Optional<String> bool(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("false") ? Optional.of(word) : Optional.empty();
  }

  /** The text of a time of day, to the second, which sorts as text. */
  private static String time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new DateTimeException("No time of day");
    }
    return text.length() == 5 ? text + ":00" : text;
  }

  /** A moment; one without an offset is UTC. */
  private static Instant instant(String text) {
    String iso = text.trim().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean local = iso.matches("[0-9-]{10}T[0-9:.]+");
    return local
        ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(iso).toInstant();
  }
}
