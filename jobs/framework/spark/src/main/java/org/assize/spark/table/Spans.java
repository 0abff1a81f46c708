package org.assize.spark.table;

import java.time.Instant;
import java.util.List;
import org.assize.core.DataInterval;

/** Spans of time as they stand in batches and notes: pairs of epoch milliseconds. */
final class Spans {

  private Spans() {}

  static List<long[]> millis(List<DataInterval> spans) {
    return spans.stream()
        .map(span -> new long[] {span.start().toEpochMilli(), span.end().toEpochMilli()})
        .toList();
  }

  static List<DataInterval> intervals(List<long[]> millis) {
    return millis.stream()
        .map(pair -> new DataInterval(Instant.ofEpochMilli(pair[0]), Instant.ofEpochMilli(pair[1])))
        .toList();
  }
}
