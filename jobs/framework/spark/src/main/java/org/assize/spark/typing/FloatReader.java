package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** The float nearest to a decimal number; beyond the range of floats there is none. */
final class FloatReader implements ValueReader {

  private final NumberText number = new NumberText();

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    if (!number.scan(bytes, from, to)) {
      return false;
    }
    float value = Float.parseFloat(number.text());
    if (Float.isInfinite(value)) {
      return false;
    }
    row.setFloat(ordinal, value);
    return true;
  }
}
