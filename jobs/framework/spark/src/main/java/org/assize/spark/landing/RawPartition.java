package org.assize.spark.landing;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads. */
record RawPartition(List<Slice> slices) implements InputPartition {

  RawPartition {
    slices = List.copyOf(slices);
  }

  /** A range of a file. */
  record Slice(RawFile file, Range range) implements Serializable {}
}
