package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.assize.contract.ValueFormats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarReadersTest {

  private static final int CASES = 30_000;
  private static final Object UNREADABLE = "unreadable";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  @ParameterizedTest
  @CsvSource({"tinyint,7", "smallint,15", "int,31", "bigint,63"})
  void whole_numbers_are_those_of_big_integer(String type, int bits) {
    var random = new Random(bits);
    BigInteger most = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    for (int i = 0; i < CASES; i++) {
      String text =
          switch (i % 3) {
            case 0 -> most.add(BigInteger.valueOf(random.nextInt(5) - 2)).toString();
            case 1 -> most.negate().add(BigInteger.valueOf(random.nextInt(5) - 3)).toString();
            default -> digits(random, "0123456789+-. 9", 22);
          };
      Object expected = UNREADABLE;
      if (text.strip().matches("[+-]?\\d+")) {
        var value = new BigInteger(text.strip());
        boolean fits = value.bitLength() <= bits;
        expected = fits ? value.longValue() : UNREADABLE;
      }

      Object value = read(type, text);

      assertThat(value instanceof Number number ? number.longValue() : value)
          .as(text)
          .isEqualTo(text.isBlank() ? null : expected);
    }
  }

  @Test
  void doubles_and_floats_are_those_of_java_without_its_other_spellings() {
    var random = new Random(6);
    for (int i = 0; i < CASES; i++) {
      String text = i % 4 == 0 ? "" + Double.longBitsToDouble(random.nextLong()) : number(random);
      boolean isNumber = NUMBER.matcher(text.strip()).matches();
      double expected = isNumber ? Double.parseDouble(text) : Double.NaN;
      float narrow = isNumber ? Float.parseFloat(text) : Float.NaN;

      assertThat(read("double", text))
          .as(text)
          .isEqualTo(text.isBlank() ? null : Double.isFinite(expected) ? expected : UNREADABLE);
      assertThat(read("float", text))
          .as(text)
          .isEqualTo(text.isBlank() ? null : Float.isFinite(narrow) ? narrow : UNREADABLE);
    }
    for (String text : List.of("NaN", "Infinity", "-Infinity", "1d", "1f", "0x1p3", "1e", "1_0")) {
      assertThat(read("double", text)).as(text).isEqualTo(UNREADABLE);
    }
  }

  @ParameterizedTest
  @CsvSource({"9,2", "18,0", "18,18", "19,3", "38,10", "5,5"})
  void decimals_are_exact_or_unreadable(int precision, int scale) {
    var random = new Random(precision);
    String type = "decimal(" + precision + "," + scale + ")";
    for (int i = 0; i < CASES; i++) {
      String text = number(random);
      Object expected =
          NUMBER.matcher(text.strip()).matches() ? exact(text, precision, scale) : UNREADABLE;

      Object value = read(type, text);

      if (value instanceof Decimal decimal) {
        assertThat(decimal.precision()).isEqualTo(precision);
        assertThat(decimal.scale()).isEqualTo(scale);
        value = decimal.toJavaBigDecimal();
      }
      assertThat(value).as(text).isEqualTo(text.isBlank() ? null : expected);
    }
    assertThat(read(type, "1e999999999999")).isEqualTo(UNREADABLE);
    assertThat(read(type, "1e-999999999999")).isEqualTo(UNREADABLE);
  }

  private static Object exact(String text, int precision, int scale) {
    try {
      BigDecimal value = new BigDecimal(text.strip()).stripTrailingZeros();
      boolean fits = (long) value.precision() - value.scale() <= precision - scale;
      return fits || value.signum() == 0 ? value.setScale(scale) : UNREADABLE;
    } catch (ArithmeticException | NumberFormatException tooManyDigits) {
      return UNREADABLE;
    }
  }

  @Test
  void dates_are_those_of_java_time() {
    var random = new Random(7);
    for (int i = 0; i < CASES; i++) {
      String text =
          "%04d-%02d-%02d"
              .formatted(random.nextInt(10_000), random.nextInt(14), random.nextInt(33));
      text = i % 10 == 0 ? spoilt(random, text) : text;

      assertThat(read("date", text)).as(text).isEqualTo(date(text));
    }
    assertThat(read("date", "0000-12-31")).isEqualTo(UNREADABLE);
    assertThat(read("date", " 2999-12-12 "))
        .isEqualTo((int) LocalDate.of(2999, 12, 12).toEpochDay());
    assertThat(read("date", "2026-1-2")).isEqualTo(UNREADABLE);
  }

  private static Object date(String text) {
    try {
      LocalDate date = LocalDate.parse(text.strip());
      return date.getYear() >= 1 && date.getYear() <= 9999 ? (int) date.toEpochDay() : UNREADABLE;
    } catch (DateTimeException none) {
      return UNREADABLE;
    }
  }

  @Test
  void booleans_and_nulls_are_the_declared_texts() {
    var formats =
        new ValueFormats(
            List.of(),
            List.of(),
            java.time.ZoneId.of("UTC"),
            List.of("", "N/A"),
            List.of("Y", "1"),
            List.of("N"));

    assertThat(read("boolean", "Y", formats)).isEqualTo(true);
    assertThat(read("boolean", " N ", formats)).isEqualTo(false);
    assertThat(read("boolean", "y", formats)).isEqualTo(UNREADABLE);
    assertThat(read("boolean", "true", formats)).isEqualTo(UNREADABLE);
    assertThat(read("boolean", "N/A", formats)).isNull();
    assertThat(read("int", " N/A", formats)).isNull();
    assertThat(read("int", " ", formats)).isNull();
    assertThat(read("string", "N/A", formats)).isNull();
    assertThat(read("string", " N/A", formats)).hasToString(" N/A");
    assertThat(read("string", "n/a", formats)).hasToString("n/a");
  }

  @Test
  void other_types_have_no_reader() {
    assertThat(new ScalarReaders(ValueFormats.DEFAULT).find(DataType.fromDDL("map<int,int>")))
        .isEmpty();
  }

  private static String number(Random random) {
    String text = digits(random, "0123456789", 1 + random.nextInt(25));
    if (random.nextBoolean()) {
      text += "." + digits(random, random.nextBoolean() ? "0" : "01234567890", 12);
    }
    if (random.nextInt(4) == 0) {
      text += "eE".charAt(random.nextInt(2)) + "" + (random.nextInt(80) - 40);
    }
    text = random.nextInt(3) == 0 ? "-" + text : text;
    return random.nextInt(20) == 0 ? spoilt(random, text) : text;
  }

  private static String digits(Random random, String alphabet, int longest) {
    var text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** The text with one character changed. */
  static String spoilt(Random random, String text) {
    if (text.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(text.length());
    String other = String.valueOf("+-.:eEzZ T09\u0661".charAt(random.nextInt(13)));
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  static @Nullable Object read(String type, String text) {
    return read(type, text, ValueFormats.DEFAULT);
  }

  static @Nullable Object read(String type, String text, ValueFormats formats) {
    byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
    var row = new GenericInternalRow(new Object[] {"before"});
    ScalarReader reader = new ScalarReaders(formats).find(DataType.fromDDL(type)).orElseThrow();
    boolean isReadable = reader.read(bytes, 2, bytes.length - 2, row, 0);
    if (!isReadable) {
      assertThat(row.isNullAt(0)).isTrue();
    }
    return isReadable ? row.values()[0] : UNREADABLE;
  }
}
