package org.assize.spark.delta;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * How a table is laid out when it is made.
 *
 * @param statistics columns whose minima and maxima go into the log: never one that identifies a
 *     person, since a log cannot be cleaned cheaply
 */
public record TableShape(StructType schema, List<String> partitionBy, List<String> statistics) {

  public TableShape {
    partitionBy = List.copyOf(partitionBy);
    statistics = List.copyOf(statistics);
  }

  /** Table properties that keep the table readable for every client (reader version 1). */
  Map<String, String> properties() {
    var properties = new java.util.TreeMap<String, String>();
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.columnMapping.mode", "none");
    properties.put("delta.checkpointPolicy", "classic");
    if (statistics.isEmpty()) {
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    } else {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", statistics));
    }
    return properties;
  }
}
