package org.assize.spark.landing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The records of a stream of bytes, each a slice of {@link #buffer()}. Records stay where they are
 * until {@link #refill()} is called. Blank records are passed over; a byte order mark at offset 0
 * is no part of the first record.
 */
final class RecordStream implements Closeable {

  /** No record is longer. */
  static final int LIMIT = 128 << 20;

  private static final int CHUNK = 1 << 20;

  private final InputStream in;
  private final RecordEnds ends;
  private final Sink sink;
  private byte[] buffer;
  private long base;
  private long left;
  private int next;
  private int filled;
  private boolean ended;
  private int start;
  private int end;

  /**
   * @param range its bytes are read from the stream, which stands at its start; a stream that ends
   *     early is an end
   * @param sink sees each block of bytes once
   */
  RecordStream(InputStream in, Range range, RecordEnds ends, Sink sink) {
    this(in, range, ends, sink, CHUNK);
  }

  RecordStream(InputStream in, Range range, RecordEnds ends, Sink sink, int chunk) {
    this.in = in;
    this.ends = ends;
    this.sink = sink;
    this.base = range.start();
    this.left = range.length();
    this.buffer = new byte[(int) Math.min(chunk, range.length())];
  }

  /** Sees bytes go by. */
  @FunctionalInterface
  interface Sink {
    void see(byte[] bytes, int from, int length);
  }

  /** Goes to the next record in the buffer; false when a refill is needed. */
  boolean next() {
    while (next < filled) {
      int found = ends.find(buffer, next, filled);
      if (found < 0 && !ended) {
        return false;
      }
      start = next;
      end = found < 0 ? filled : found;
      next = found < 0 ? filled : found + 1;
      if (!ends.isBlank(buffer, start, end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads on; false when all bytes have been seen.
   *
   * @throws RecordTooLong when a record exceeds {@link #LIMIT}
   */
  boolean refill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int wanted = (int) Math.min(buffer.length - filled, left);
    int got = in.readNBytes(buffer, filled, wanted);
    sink.see(buffer, filled, got);
    filled += got;
    left -= got;
    ended = got < wanted || left == 0;
    if (base == 0 && next == 0 && startsWithMark()) {
      next = 3;
    }
    return true;
  }

  private void makeRoom() {
    int kept = filled - next;
    if (kept >= LIMIT) {
      throw new RecordTooLong(base + next);
    }
    boolean crowded = kept > buffer.length / 2;
    byte[] room = crowded ? new byte[(int) Math.min(2L * buffer.length, LIMIT)] : buffer;
    System.arraycopy(buffer, next, room, 0, kept);
    buffer = room;
    base += next;
    next = 0;
    filled = kept;
  }

  private boolean startsWithMark() {
    return filled >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Index of the record's first byte in the buffer. */
  int start() {
    return start;
  }

  /** Index after the record's last byte, its line end not counted. */
  int end() {
    return end;
  }

  /** Offset in the file of the record's first byte. */
  long locator() {
    return base + start;
  }

  /** Offset in the file after the record and its line end. */
  long position() {
    return base + next;
  }

  /** Bytes that were promised and did not come. */
  long missing() {
    return left;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A record longer than memory should have to hold. */
  static final class RecordTooLong extends RuntimeException {
    private final long locator;

    RecordTooLong(long locator) {
      super("A record is longer than " + LIMIT + " bytes.");
      this.locator = locator;
    }

    long locator() {
      return locator;
    }
  }
}
