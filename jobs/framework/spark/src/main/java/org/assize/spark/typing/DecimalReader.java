package org.assize.spark.typing;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;

/** A decimal number exactly; where digits would be lost there is none. */
final class DecimalReader implements ValueReader {

  private static final int LONGEST = 1000;
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final int precision;
  private final int scale;
  private final NumberText number = new NumberText();

  DecimalReader(int precision, int scale) {
    this.precision = precision;
    this.scale = scale;
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    if (to - from > LONGEST || !number.scan(bytes, from, to)) {
      return false;
    }
    if (number.length() == 0) {
      row.update(ordinal, zero());
      return true;
    }
    int whole = number.length() + number.shift();
    if (whole > precision - scale || whole <= -scale) {
      return false;
    }
    boolean isSmall = number.isHeld() && precision < POWERS.length;
    return isSmall ? small(row, ordinal) : large(row, ordinal);
  }

  private Decimal zero() {
    return precision < POWERS.length
        ? Decimal.createUnsafe(0, precision, scale)
        : Decimal.apply(BigDecimal.ZERO.setScale(scale), precision, scale);
  }

  private boolean small(InternalRow row, int ordinal) {
    int move = number.shift() + scale;
    long digits = number.digits();
    if (move >= 0) {
      digits *= POWERS[move];
    } else if (-move >= POWERS.length || digits % POWERS[-move] != 0) {
      return false;
    } else {
      digits /= POWERS[-move];
    }
    long unscaled = number.isNegative() ? -digits : digits;
    row.update(ordinal, Decimal.createUnsafe(unscaled, precision, scale));
    return true;
  }

  private boolean large(InternalRow row, int ordinal) {
    BigDecimal value = new BigDecimal(number.text()).stripTrailingZeros();
    if (value.scale() > scale) {
      return false;
    }
    row.update(ordinal, Decimal.apply(value.setScale(scale), precision, scale));
    return true;
  }
}
