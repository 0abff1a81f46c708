package org.assize.spark.typing;

import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** The bytes of Spark's strings, where possible without copying them. */
final class TextBytes {

  private TextBytes() {}

  /** An array that holds the bytes, from {@link #start} on. */
  static byte[] of(UTF8String text) {
    return text.getBaseObject() instanceof byte[] array ? array : text.getBytes();
  }

  static int start(UTF8String text) {
    return text.getBaseObject() instanceof byte[]
        ? (int) (text.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET)
        : 0;
  }

  /** A string over bytes that are not copied. */
  static UTF8String slice(byte[] bytes, int from, int to) {
    return UTF8String.fromAddress(bytes, Platform.BYTE_ARRAY_OFFSET + (long) from, to - from);
  }
}
