package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** A sign or none, then digits; within the range of its type. */
record WholeReader(long least, long most, Setter setter) implements ValueReader {

  /** Puts the number into a row. */
  @FunctionalInterface
  interface Setter {
    void set(InternalRow row, int ordinal, long value);
  }

  static WholeReader ofByte() {
    return new WholeReader(
        Byte.MIN_VALUE,
        Byte.MAX_VALUE,
        (row, ordinal, value) -> row.setByte(ordinal, (byte) value));
  }

  static WholeReader ofShort() {
    return new WholeReader(
        Short.MIN_VALUE,
        Short.MAX_VALUE,
        (row, ordinal, value) -> row.setShort(ordinal, (short) value));
  }

  static WholeReader ofInt() {
    return new WholeReader(
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        (row, ordinal, value) -> row.setInt(ordinal, (int) value));
  }

  static WholeReader ofLong() {
    return new WholeReader(
        Long.MIN_VALUE, Long.MAX_VALUE, (row, ordinal, value) -> row.setLong(ordinal, value));
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    boolean signed = from < to && (bytes[from] == '-' || bytes[from] == '+');
    boolean negative = signed && bytes[from] == '-';
    int at = signed ? from + 1 : from;
    if (at == to) {
      return false;
    }
    // Gathered below zero, where one more number fits.
    long value = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || value < Long.MIN_VALUE / 10) {
        return false;
      }
      value = value * 10 - digit;
      if (value > 0) {
        return false;
      }
    }
    if (negative ? value < least : value < -most) {
      return false;
    }
    setter.set(row, ordinal, negative ? value : -value);
    return true;
  }
}
