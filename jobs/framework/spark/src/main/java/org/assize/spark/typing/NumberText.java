package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;

/**
 * A decimal number taken apart: sign or none, digits with or without a point, an exponent or none.
 * Used again for each text.
 */
final class NumberText {

  private static final int HELD = 18;
  private static final int FAR = 1_000_000;

  private boolean negative;
  private long digits;
  private int length;
  private int shift;
  private byte[] bytes = {};
  private int from;
  private int to;

  /** Takes a text apart; false where it is no number. */
  boolean scan(byte[] in, int start, int end) {
    bytes = in;
    from = start;
    to = end;
    int at = start;
    negative = at < end && in[at] == '-';
    if (at < end && (in[at] == '-' || in[at] == '+')) {
      at++;
    }
    digits = 0;
    length = 0;
    shift = 0;
    int first = at;
    at = digits(at, 0);
    int seen = at - first;
    if (at < end && in[at] == '.') {
      int point = at + 1;
      at = digits(point, -1);
      seen += at - point;
    }
    if (seen == 0) {
      return false;
    }
    return at == end || ((in[at] == 'e' || in[at] == 'E') && exponent(at + 1));
  }

  /** Takes in digits that each move the point by {@code step}; gives where they end. */
  private int digits(int start, int step) {
    int at = start;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      if (length > 0 || bytes[at] != '0') {
        length++;
      }
      if (length <= HELD) {
        digits = digits * 10 + (bytes[at] - '0');
      }
      shift += step;
      at++;
    }
    return at;
  }

  private boolean exponent(int start) {
    int at = start;
    boolean down = at < to && bytes[at] == '-';
    if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
      at++;
    }
    if (at == to) {
      return false;
    }
    int exponent = 0;
    for (; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
      exponent = Math.min(FAR, exponent * 10 + (bytes[at] - '0'));
    }
    shift += down ? -exponent : exponent;
    return true;
  }

  boolean isNegative() {
    return negative;
  }

  /** Whether {@link #digits} holds all digits. */
  boolean isHeld() {
    return length <= HELD;
  }

  /** The digits without sign and point, where they are held. */
  long digits() {
    return digits;
  }

  /** How many digits, leading zeros not counted. */
  int length() {
    return length;
  }

  /** The power of ten that the digits are multiplied by. */
  int shift() {
    return shift;
  }

  /** The text. */
  String text() {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
