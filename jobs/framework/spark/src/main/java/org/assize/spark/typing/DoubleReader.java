package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** The double nearest to a decimal number; beyond the range of doubles there is none. */
final class DoubleReader implements ValueReader {

  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final NumberText number = new NumberText();

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    if (!number.scan(bytes, from, to)) {
      return false;
    }
    double value = value();
    if (Double.isInfinite(value)) {
      return false;
    }
    row.setDouble(ordinal, value);
    return true;
  }

  /** One division or multiplication of exact doubles is rounded once, as it should be. */
  private double value() {
    int shift = number.shift();
    if (!number.isHeld() || number.digits() > EXACT || Math.abs(shift) >= POWERS.length) {
      return Double.parseDouble(number.text());
    }
    double digits = number.isNegative() ? -(double) number.digits() : number.digits();
    return shift < 0 ? digits / POWERS[-shift] : digits * POWERS[shift];
  }
}
