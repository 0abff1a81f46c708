package org.assize.spark.typing;

import java.util.List;

/** One way to write a date or a time. */
interface TemporalText {

  /** Reads a text into a moment; false where it is written otherwise. */
  boolean parse(byte[] bytes, int from, int to, Moment moment);

  /** The declared ways to write a date, or the standard one. */
  static List<TemporalText> dates(List<String> patterns) {
    return patterns.isEmpty() ? List.of(IsoText::date) : patterns(patterns);
  }

  /** The declared ways to write a time, or the standard one. */
  static List<TemporalText> timestamps(List<String> patterns) {
    return patterns.isEmpty() ? List.of(IsoText::timestamp) : patterns(patterns);
  }

  private static List<TemporalText> patterns(List<String> patterns) {
    return patterns.stream().<TemporalText>map(PatternText::of).toList();
  }
}
