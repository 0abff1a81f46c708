package org.assize.spark.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assize.contract.Format;

/** What to read, as it travels in the option of the data source. */
record RawPlan(
    Format format, char delimiter, long ingestedMicros, String batchId, List<RawFile> files) {

  static final String OPTION = "plan";

  /** Bytes that one task reads, at most about. */
  static final long TASK_BYTES = 64L << 20;

  /** Bytes that make a task of their own worth while. */
  static final long LEAST_TASK_BYTES = 16L << 20;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  RawPlan {
    files = List.copyOf(files);
  }

  static RawPlan fromJson(String text) {
    try {
      return JSON.readValue(text, RawPlan.class);
    } catch (JsonProcessingException unlike) {
      throw new IllegalArgumentException("The option `plan` is not one of RawFrame's.", unlike);
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException unlikely) {
      throw new IllegalStateException(unlikely);
    }
  }

  /**
   * Shares the ranges among tasks, in order: as many tasks as {@link #TASK_BYTES} ask for, made
   * more to keep every core busy while that leaves each at least {@link #LEAST_TASK_BYTES}.
   *
   * @param cores how many tasks run at the same time
   */
  List<RawPartition> partitions(int cores) {
    long total =
        files.stream().flatMap(file -> file.ranges().stream()).mapToLong(Range::length).sum();
    long needed = (total + TASK_BYTES - 1) / TASK_BYTES;
    long busy = (needed + cores - 1) / cores * cores;
    long tasks = Math.max(needed, Math.min(busy, total / LEAST_TASK_BYTES));
    SortedMap<Long, List<RawPartition.Slice>> shares = new TreeMap<>();
    long before = 0;
    for (RawFile file : files) {
      RawFile alone = file.withoutRanges();
      for (Range range : file.ranges()) {
        long task = (long) ((before + range.length() / 2.0) / total * tasks);
        add(shares.computeIfAbsent(task, key -> new ArrayList<>()), alone, range);
        before += range.length();
      }
    }
    return shares.values().stream().map(RawPartition::new).toList();
  }

  /** Neighbouring ranges of one file are read as one. */
  private static void add(List<RawPartition.Slice> slices, RawFile file, Range range) {
    int last = slices.size() - 1;
    if (last >= 0 && slices.get(last).file().equals(file)) {
      var joined = new Range(slices.get(last).range().start(), range.end());
      slices.set(last, new RawPartition.Slice(file, joined));
    } else {
      slices.add(new RawPartition.Slice(file, range));
    }
  }
}
