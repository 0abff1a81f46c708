package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** Reads text as a nullable value of one type. */
record ScalarReader(ValueReader values, Texts nulls) {

  /** Sets a value or null; false, and null set, where text was there that is no such value. */
  boolean read(byte[] bytes, int start, int end, InternalRow row, int ordinal) {
    int from = start;
    int to = end;
    if (values.trims()) {
      while (from < to && isSpace(bytes[from])) {
        from++;
      }
      while (from < to && isSpace(bytes[to - 1])) {
        to--;
      }
    }
    if (nulls.contains(bytes, from, to)) {
      row.setNullAt(ordinal);
      return true;
    }
    if (values.read(bytes, from, to, row, ordinal)) {
      return true;
    }
    row.setNullAt(ordinal);
    return false;
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\n' || value == '\r';
  }
}
