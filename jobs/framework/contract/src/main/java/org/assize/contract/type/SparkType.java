package org.assize.contract.type;

import java.util.List;
import java.util.stream.Collectors;

/** A Spark SQL type that a table of the platform may hold; {@code toString} is its one spelling. */
public sealed interface SparkType {

  /** A type without parts. */
  enum Plain implements SparkType {
    STRING,
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INT,
    BIGINT,
    FLOAT,
    DOUBLE,
    DATE,
    TIMESTAMP,
    BINARY;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An exact number. */
  record Decimal(int precision, int scale) implements SparkType {

    /** The most digits that Spark keeps. */
    public static final int MOST_DIGITS = 38;

    public Decimal {
      if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
        throw new UnreadableType(
            "A decimal has 1 to 38 digits, of which 0 to all stand behind the point");
      }
    }

    @Override
    public String toString() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** A list of values of one type. */
  record Array(SparkType element) implements SparkType {
    @Override
    public String toString() {
      return "array<" + element + ">";
    }
  }

  /** Named fields. */
  record Struct(List<Field> fields) implements SparkType {

    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return fields.stream().map(Field::toString).collect(Collectors.joining(",", "struct<", ">"));
    }
  }

  /** One field of a struct. */
  record Field(String name, SparkType type) {
    @Override
    public String toString() {
      return name + ":" + type;
    }
  }

  /** Whether values are numbers. */
  default boolean isNumber() {
    return isFraction() || isWhole() || this instanceof Decimal;
  }

  /** Whether values are binary fractions, which know NaN. */
  default boolean isFraction() {
    return this == Plain.FLOAT || this == Plain.DOUBLE;
  }

  /** Whether values are whole numbers of a fixed width. */
  default boolean isWhole() {
    return this == Plain.TINYINT
        || this == Plain.SMALLINT
        || this == Plain.INT
        || this == Plain.BIGINT;
  }

  /**
   * Reads a type.
   *
   * @throws UnreadableType with a sentence without its full stop
   */
  static SparkType parse(String text) {
    return new TypeParser(text).parse();
  }
}
