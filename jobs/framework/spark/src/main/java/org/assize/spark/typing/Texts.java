package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A few texts that mean something. */
record Texts(List<byte[]> texts) {

  static Texts of(List<String> texts) {
    return new Texts(texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
  }

  boolean contains(byte[] bytes, int from, int to) {
    for (byte[] text : texts) {
      if (text.length == to - from && Arrays.equals(text, 0, text.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }
}
