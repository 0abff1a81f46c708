package org.assize.spark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The values of the columns that a {@link RowCondition} sees; none is NULL. */
public final class RowValues {

  private final Map<String, Object> values;

  private RowValues(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Values by column, for tests of conditions.
   *
   * @param values String for text and times of day, Long or Integer, Short and Byte, Double or
   *     Float, BigDecimal, Boolean, LocalDate, Instant
   */
  public static RowValues of(Map<String, Object> values) {
    return new RowValues(Map.copyOf(values));
  }

  /**
   * The text of a column of type string or time.
   *
   * @throws WrongColumn if the rule does not name the column, or it has another type; so do all
   */
  public String text(String column) {
    return value(column, String.class, "text");
  }

  /** The number in a column of whole numbers. */
  public long whole(String column) {
    Object value = value(column, Object.class, "whole");
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    throw new WrongColumn(column, "holds no whole number");
  }

  /** The number in a column of any numbers, as a double. */
  public double number(String column) {
    return value(column, Number.class, "number").doubleValue();
  }

  /** The number in a column of type decimal. */
  public BigDecimal decimal(String column) {
    return value(column, BigDecimal.class, "decimal");
  }

  /** The answer in a column of type boolean. */
  public boolean flag(String column) {
    return value(column, Boolean.class, "flag");
  }

  /** The day in a column of type date. */
  public LocalDate day(String column) {
    return value(column, LocalDate.class, "day");
  }

  /** The moment in a column of type timestamp, to the microsecond. */
  public Instant moment(String column) {
    return value(column, Instant.class, "moment");
  }

  private <T> T value(String column, Class<T> type, String asked) {
    Object value = values.get(column);
    if (value == null) {
      throw new WrongColumn(column, "is not among the rule's columns");
    }
    if (!type.isInstance(value)) {
      throw new WrongColumn(column, "cannot be asked as `" + asked + "`");
    }
    return type.cast(value);
  }

  /** A condition asks for what its rule does not give. */
  public static final class WrongColumn extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private WrongColumn(String column, String problem) {
      super("`" + column + "` " + problem);
    }
  }
}
