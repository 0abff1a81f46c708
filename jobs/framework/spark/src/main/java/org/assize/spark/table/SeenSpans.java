package org.assize.spark.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.assize.core.DataInterval;
import org.assize.spark.delta.StoredTable;

/** The spans that a table has rows in, each version looked through once for all that read it. */
final class SeenSpans {

  private record Look(Path table, String id, long version, Buckets buckets) {}

  private final Map<Look, List<DataInterval>> seen = new ConcurrentHashMap<>();

  List<DataInterval> of(StoredTable table, long version, Buckets buckets) {
    return seen.computeIfAbsent(
        new Look(table.path(), table.tableId(), version, buckets),
        look -> buckets.spans(table.frame(version)));
  }
}
