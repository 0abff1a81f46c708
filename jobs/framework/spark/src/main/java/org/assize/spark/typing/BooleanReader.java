package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;
import org.assize.contract.ValueFormats;

/** The texts that a source declares for true and for false, exactly. */
record BooleanReader(Texts trueTexts, Texts falseTexts) implements ValueReader {

  static BooleanReader of(ValueFormats formats) {
    return new BooleanReader(Texts.of(formats.trueValues()), Texts.of(formats.falseValues()));
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    boolean isTrue = trueTexts.contains(bytes, from, to);
    if (!isTrue && !falseTexts.contains(bytes, from, to)) {
      return false;
    }
    row.setBoolean(ordinal, isTrue);
    return true;
  }
}
