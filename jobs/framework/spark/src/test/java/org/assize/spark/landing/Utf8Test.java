package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void sequences_of_up_to_three_bytes_is_judged_as_java_does() {
    for (int code = 0; code < 1 << 24; code += code < 1 << 12 ? 1 : 101) {
      check(new byte[] {(byte) (code >> 16), (byte) (code >> 8), (byte) code}, 0, 3);
    }
  }

  @Test
  void random_bytes_are_judged_as_java_does() {
    var random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = random.nextBoolean() ? text(random) : new byte[random.nextInt(6)];
      if (random.nextBoolean() && bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int from = random.nextInt(bytes.length + 1);
      check(bytes, from, from + random.nextInt(bytes.length - from + 1));
    }
  }

  private static byte[] text(Random random) {
    var text = new StringBuilder("0123456789".substring(random.nextInt(10)));
    int[] bounds = {0x80, 0x800, 0xD800, 0xE000, 0x10000, 0x10FFFF};
    for (int i = 0; i < 3; i++) {
      int code = bounds[random.nextInt(bounds.length)] - random.nextInt(2);
      text.appendCodePoint(Math.min(code, 0x10FFFF));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void check(byte[] bytes, int from, int to) {
    boolean expected;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      expected = true;
    } catch (CharacterCodingException malformed) {
      expected = false;
    }
    if (Utf8.isValid(bytes, from, to) != expected) {
      assertThat(bytes).as("%s..%s, expected %s", from, to, expected).isNull();
    }
  }
}
