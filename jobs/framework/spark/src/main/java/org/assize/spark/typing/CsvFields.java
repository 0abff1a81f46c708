package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of a CSV record by RFC 4180, as slices. Used again for each record. */
final class CsvFields {

  private final byte delimiter;
  private byte[] bytes = {};
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] doubled = new boolean[32];
  private int count;

  CsvFields(byte delimiter) {
    this.delimiter = delimiter;
  }

  /** Splits a record; false where a quote is not closed, or text follows one that is. */
  boolean split(byte[] in, int from, int to) {
    bytes = in;
    count = 0;
    int at = from;
    while (true) {
      makeRoom();
      at = at < to && in[at] == '"' ? quoted(at + 1, to) : plain(at, to);
      if (at < 0) {
        return false;
      }
      count++;
      if (at == to) {
        return true;
      }
      at++;
    }
  }

  private int plain(int from, int to) {
    byte[] in = bytes;
    int at = from;
    while (at < to && in[at] != delimiter) {
      at++;
    }
    starts[count] = from;
    ends[count] = at;
    doubled[count] = false;
    return at;
  }

  /** Index of the delimiter or end after a quoted field, -1 where there is none. */
  private int quoted(int from, int to) {
    starts[count] = from;
    doubled[count] = false;
    int at = from;
    while (at < to) {
      if (bytes[at++] != '"') {
        continue;
      }
      if (at < to && bytes[at] == '"') {
        doubled[count] = true;
        at++;
      } else {
        ends[count] = at - 1;
        return at == to || bytes[at] == delimiter ? at : -1;
      }
    }
    return -1;
  }

  private void makeRoom() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      doubled = Arrays.copyOf(doubled, 2 * count);
    }
  }

  int count() {
    return count;
  }

  /** Index of a field's first byte in the record's bytes. */
  int start(int field) {
    return starts[field];
  }

  /** Index after a field's last byte. */
  int end(int field) {
    return ends[field];
  }

  /** Whether quotes within a field stand doubled. */
  boolean isDoubled(int field) {
    return doubled[field];
  }

  /** A field's bytes with each doubled quote once. */
  byte[] undoubled(int field) {
    byte[] text = new byte[ends[field] - starts[field]];
    int length = 0;
    for (int at = starts[field]; at < ends[field]; at++) {
      text[length++] = bytes[at];
      if (bytes[at] == '"') {
        at++;
      }
    }
    return Arrays.copyOf(text, length);
  }

  String text(int field) {
    return isDoubled(field)
        ? new String(undoubled(field), StandardCharsets.UTF_8)
        : new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }
}
