package org.assize.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** Writes lines of ASCII quickly. A line is at most {@value #LONGEST_LINE} bytes long. */
final class AsciiOutput implements AutoCloseable {

  private static final int LONGEST_LINE = 1 << 12;
  private static final int SECONDS_A_DAY = 86_400;

  private final OutputStream out;
  private final byte[] bytes = new byte[1 << 16];
  private int length;
  private long day = Long.MIN_VALUE;
  private String date = "";

  AsciiOutput(OutputStream out) {
    this.out = out;
  }

  AsciiOutput text(String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  AsciiOutput number(long number) {
    if (number < 0) {
      bytes[length++] = '-';
      return digits(-number, 1);
    }
    return digits(number, 1);
  }

  /** Millionths of a degree as degrees with six decimals. */
  AsciiOutput degrees(int millionths) {
    if (millionths < 0) {
      bytes[length++] = '-';
    }
    int magnitude = Math.abs(millionths);
    digits(magnitude / 1_000_000, 1);
    bytes[length++] = '.';
    return digits(magnitude % 1_000_000, 6);
  }

  /** Seconds since 1970 as {@code yyyy-MM-ddTHH:mm:ssZ}. */
  AsciiOutput instant(long epochSecond) {
    long thisDay = Math.floorDiv(epochSecond, SECONDS_A_DAY);
    if (thisDay != day) {
      day = thisDay;
      date = LocalDate.ofEpochDay(thisDay).toString();
    }
    int second = (int) Math.floorMod(epochSecond, (long) SECONDS_A_DAY);
    text(date);
    bytes[length++] = 'T';
    digits(second / 3600, 2);
    bytes[length++] = ':';
    digits(second / 60 % 60, 2);
    bytes[length++] = ':';
    digits(second % 60, 2);
    bytes[length++] = 'Z';
    return this;
  }

  /** Ends the line. */
  void endLine() throws IOException {
    bytes[length++] = '\n';
    if (length > bytes.length - LONGEST_LINE) {
      flush();
    }
  }

  /** Hands everything to the stream below, which stays open. */
  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private AsciiOutput digits(long number, int atLeast) {
    int count = Math.max(atLeast, count(number));
    long rest = number;
    for (int place = length + count - 1; place >= length; place--) {
      bytes[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
    return this;
  }

  private static int count(long number) {
    int count = 1;
    for (long bound = 10; count < 19 && number >= bound; bound *= 10) {
      count++;
    }
    return count;
  }
}
