package org.assize.cli.profile;

/**
 * The shape of a text: {@code AA99 9AA} for a postcode. Letters, digits and unusual signs are
 * replaced, so that it is no value.
 *
 * @param rows how many rows have it
 */
public record Shape(String text, long rows) {

  /** Shapes that are told of a column. */
  public static final int MOST = 3;

  private static final int LONGEST = 40;
  private static final String DIGIT = "\\p{N}";
  private static final String CAPITAL = "\\p{Lu}";
  private static final String SMALL = "[\\p{L}&&[^A]]";
  private static final String UNUSUAL = "[^Aa9 \\-/.:,@_()+]";

  /** The shape of a text. */
  public static String of(String value) {
    String shape =
        value
            .replaceAll(DIGIT, "9")
            .replaceAll(CAPITAL, "A")
            .replaceAll(SMALL, "a")
            .replaceAll(UNUSUAL, "?");
    return shape.substring(0, Math.min(shape.length(), LONGEST));
  }

  /** The same of a column, in Spark SQL. */
  static String sql(String column) {
    String shape = column;
    shape = "regexp_replace(" + shape + ", " + literal(DIGIT) + ", '9')";
    shape = "regexp_replace(" + shape + ", " + literal(CAPITAL) + ", 'A')";
    shape = "regexp_replace(" + shape + ", " + literal(SMALL) + ", 'a')";
    shape = "regexp_replace(" + shape + ", " + literal(UNUSUAL) + ", '?')";
    return "left(" + shape + ", " + LONGEST + ")";
  }

  private static String literal(String pattern) {
    return "'" + pattern.replace("\\", "\\\\") + "'";
  }
}
