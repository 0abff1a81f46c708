package org.assize.spark.landing;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** Slices of one buffer as strings or binaries, not copied: they live as long as the buffer. */
final class RecordVector extends ColumnVector {

  /** The length that means null. */
  static final int NULL = -1;

  private final int[] starts;
  private final int[] lengths;
  private byte[] buffer = {};

  RecordVector(DataType type, int capacity) {
    super(type);
    this.starts = new int[capacity];
    this.lengths = new int[capacity];
  }

  /** All rows of a batch are of the same buffer. */
  void set(int row, byte[] in, int start, int length) {
    buffer = in;
    starts[row] = start;
    lengths[row] = length;
  }

  @Override
  public boolean isNullAt(int row) {
    return lengths[row] == NULL;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    long offset = Platform.BYTE_ARRAY_OFFSET + (long) starts[row];
    return UTF8String.fromAddress(buffer, offset, lengths[row]);
  }

  @Override
  public byte[] getBinary(int row) {
    byte[] copy = new byte[lengths[row]];
    System.arraycopy(buffer, starts[row], copy, 0, copy.length);
    return copy;
  }

  @Override
  public boolean hasNull() {
    return true;
  }

  @Override
  public int numNulls() {
    throw notText();
  }

  @Override
  public boolean getBoolean(int row) {
    throw notText();
  }

  @Override
  public byte getByte(int row) {
    throw notText();
  }

  @Override
  public short getShort(int row) {
    throw notText();
  }

  @Override
  public int getInt(int row) {
    throw notText();
  }

  @Override
  public long getLong(int row) {
    throw notText();
  }

  @Override
  public float getFloat(int row) {
    throw notText();
  }

  @Override
  public double getDouble(int row) {
    throw notText();
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    throw notText();
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw notText();
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw notText();
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    throw notText();
  }

  @Override
  public void close() {
    buffer = new byte[0];
  }

  private static UnsupportedOperationException notText() {
    return new UnsupportedOperationException("A record is text or bytes.");
  }
}
