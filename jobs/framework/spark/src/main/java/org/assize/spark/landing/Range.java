package org.assize.spark.landing;

import java.io.Serializable;

/**
 * Bytes of a file that begin and end at record boundaries.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 */
public record Range(long start, long end) implements Serializable {

  public Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("No range of bytes: " + start + ", " + end);
    }
  }

  /** How many bytes. */
  public long length() {
    return end - start;
  }
}
