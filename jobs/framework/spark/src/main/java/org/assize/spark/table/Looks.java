package org.assize.spark.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.core.DataInterval;
import org.assize.spark.delta.Scala;
import org.assize.spark.delta.StoredTable;

/** What is looked up in versions of tables, once for all tables that read them. */
final class Looks {

  /**
   * @param windows those asked for; none for the whole table
   */
  private record Look(
      Path table, long version, Optional<Buckets> buckets, List<DataInterval> windows) {}

  private final Map<Look, List<DataInterval>> spans = new ConcurrentHashMap<>();
  private final Map<Look, List<AddFile>> files = new ConcurrentHashMap<>();

  /** The spans that a table has rows in. */
  List<DataInterval> spans(StoredTable table, long version, Buckets buckets) {
    return spans.computeIfAbsent(
        new Look(table.path(), version, Optional.of(buckets), List.of()),
        look -> buckets.spans(table.frame(version)));
  }

  /** The files of a table. */
  List<AddFile> files(StoredTable table, long version) {
    return files.computeIfAbsent(
        new Look(table.path(), version, Optional.empty(), List.of()),
        look ->
            Scala.java(table.snapshot(version).filesForScan(Scala.list(List.of()), true).files()));
  }

  /** The files that Delta would not skip, by their statistics, for rows of some windows. */
  List<AddFile> files(
      StoredTable table, long version, Buckets buckets, List<DataInterval> windows) {
    return files.computeIfAbsent(
        new Look(table.path(), version, Optional.of(buckets), windows),
        look -> {
          Snapshot snapshot = table.snapshot(version);
          List<Expression> filters =
              windows.stream().map(buckets::within).reduce(Column::or).stream()
                  .map(isRead -> resolved(table, snapshot, isRead))
                  .toList();
          return Scala.java(snapshot.filesForScan(Scala.list(filters), true).files());
        });
  }

  private static Expression resolved(StoredTable table, Snapshot snapshot, Column isRead) {
    return table
        .frame(snapshot, List.of())
        .where(isRead)
        .queryExecution()
        .analyzed()
        .expressions()
        .head();
  }
}
