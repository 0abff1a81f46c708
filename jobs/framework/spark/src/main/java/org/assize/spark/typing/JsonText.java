package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON's texts as UTF-8 bytes. */
final class JsonText {

  private JsonText() {}

  /** Half a surrogate pair, which JSON can spell and UTF-8 cannot, becomes U+FFFD. */
  static byte[] utf8(char[] chars, int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      char c = chars[from + i];
      if (c >= 0x80) {
        return wellFormed(new String(chars, from, length)).getBytes(StandardCharsets.UTF_8);
      }
      bytes[i] = (byte) c;
    }
    return bytes;
  }

  private static String wellFormed(String text) {
    int[] codes = text.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c).toArray();
    return new String(codes, 0, codes.length);
  }

  /** Well-formed JSON without the white space between its tokens. */
  static byte[] compact(byte[] bytes, int from, int to) {
    byte[] compact = new byte[to - from];
    int length = 0;
    boolean quoted = false;
    for (int at = from; at < to; at++) {
      byte value = bytes[at];
      if (quoted || !(value == ' ' || value == '\t' || value == '\n' || value == '\r')) {
        compact[length++] = value;
      }
      if (quoted && value == '\\') {
        at++;
        compact[length++] = bytes[at];
      } else if (value == '"') {
        quoted = !quoted;
      }
    }
    return Arrays.copyOf(compact, length);
  }
}
