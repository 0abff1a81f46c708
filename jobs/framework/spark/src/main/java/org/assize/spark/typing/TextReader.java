package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** Text as it is, not copied. */
final class TextReader implements ValueReader {

  @Override
  public boolean trims() {
    return false;
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    row.update(ordinal, TextBytes.slice(bytes, from, to));
    return true;
  }
}
