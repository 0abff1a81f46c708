package org.assize.spark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.Interval;
import org.assize.core.DataInterval;
import org.assize.core.Intervals;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import scala.Option;

/** Files that hold rows of the intervals replaced, and their other rows written again. */
record ReplacedFiles(List<AddFile> removed, List<AddFile> survivors) {

  static ReplacedFiles of(
      DataContract contract,
      StoredTable table,
      TableWriter writer,
      List<AddFile> files,
      List<DataInterval> spans) {
    Optional<String> partition = Shapes.partition(contract);
    if (partition.isPresent()) {
      Interval interval = contract.load().interval().orElseThrow();
      List<AddFile> removed =
          files.stream().filter(file -> isIn(file, partition.get(), interval, spans)).toList();
      return new ReplacedFiles(removed, List.of());
    }
    return rewritten(contract, table, writer, files, spans);
  }

  private static boolean isIn(
      AddFile file, String partition, Interval interval, List<DataInterval> spans) {
    Option<String> value = file.partitionValues().get(partition);
    if (value.isEmpty() || value.get() == null) {
      return false;
    }
    DataInterval day = new Intervals(interval).of(LocalDate.parse(value.get()));
    return spans.stream().anyMatch(span -> span.overlaps(day));
  }

  private static ReplacedFiles rewritten(
      DataContract contract,
      StoredTable table,
      TableWriter writer,
      List<AddFile> files,
      List<DataInterval> spans) {
    if (files.isEmpty()) {
      return new ReplacedFiles(List.of(), List.of());
    }
    Column isReplaced = lit(false);
    for (DataInterval span : spans) {
      isReplaced = isReplaced.or(Buckets.of(contract).within(span));
    }
    isReplaced = coalesce(isReplaced, lit(false));
    Dataset<Row> stored = table.frame(writer.snapshot(), files);
    Map<String, Long> replacedByFile = new LinkedHashMap<>();
    stored
        .where(isReplaced)
        .groupBy(col("_metadata.file_name"))
        .count()
        .collectAsList()
        .forEach(row -> replacedByFile.put(row.getString(0), row.getLong(1)));
    List<AddFile> removed =
        files.stream()
            .filter(file -> replacedByFile.containsKey(new Path(file.path()).getName()))
            .toList();
    if (removed.isEmpty()) {
      return new ReplacedFiles(List.of(), List.of());
    }
    List<AddFile> survivors =
        writer.write(table.frame(writer.snapshot(), removed).where(not(isReplaced)));
    long replaced = replacedByFile.values().stream().mapToLong(Long::longValue).sum();
    Conservation.require(
        contract.name(),
        "rows of rewritten files",
        StoredTable.rows(removed) - replaced,
        StoredTable.rows(survivors));
    return new ReplacedFiles(removed, survivors);
  }
}
