package org.assize.spark.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.assize.contract.Format;

/** What to read, as it travels in the option of the data source. */
record RawPlan(
    Format format, char delimiter, long ingestedMicros, String batchId, List<RawFile> files) {

  static final String OPTION = "plan";

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

  /** Every range alone, or with neighbours while together they stay below the size of a range. */
  List<RawPartition> partitions() {
    List<RawPartition> partitions = new ArrayList<>();
    List<RawPartition.Slice> together = new ArrayList<>();
    long bytes = 0;
    for (RawFile file : files) {
      for (Range range : file.ranges()) {
        if (bytes + range.length() > FileScan.RANGE_BYTES && !together.isEmpty()) {
          partitions.add(new RawPartition(together));
          together.clear();
          bytes = 0;
        }
        together.add(new RawPartition.Slice(file.withoutRanges(), range));
        bytes += range.length();
      }
    }
    if (!together.isEmpty()) {
      partitions.add(new RawPartition(together));
    }
    return partitions;
  }
}
