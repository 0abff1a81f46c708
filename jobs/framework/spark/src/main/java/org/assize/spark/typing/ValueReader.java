package org.assize.spark.typing;

import org.apache.spark.sql.catalyst.InternalRow;

/** Reads a text as a value of one type. */
interface ValueReader {

  /** Sets the row's value; false, and nothing set, where the text is no such value. */
  boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal);

  /** Whether surrounding white space is no part of the text. */
  default boolean trims() {
    return true;
  }
}
