package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.rule.RowRule;
import org.assize.core.Definition;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchState;

/**
 * The foreign keys of a source-fed table: which versions of the parents count, and who is found.
 */
record Relations(RunContext context, List<Definition.Parent> parents) {

  /** The parents as they stand; one that was never built has no keys and no range. */
  List<UpstreamRange> pinned() {
    Map<String, UpstreamRange> ranges = new TreeMap<>();
    for (Definition.Parent parent : parents) {
      StoredTable table = context.table(parent.table());
      long version = table.latestVersion();
      if (version > 0) {
        String name = parent.table().toString();
        ranges.put(name, new UpstreamRange(name, table.tableId(), version, version));
      }
    }
    return new ArrayList<>(ranges.values());
  }

  /** Whether some parent changed since a batch of the table last looked at it. */
  boolean haveChanged(List<BatchState> batches) {
    return pinned().stream()
        .anyMatch(
            now ->
                batches.stream()
                    .flatMap(state -> state.batch().inputs().upstream().stream())
                    .filter(seen -> seen.tableId().equals(now.tableId()))
                    .noneMatch(seen -> seen.to() >= now.to()));
  }

  /** The rows with one boolean column for each foreign key; NULL needs no parent. */
  Dataset<Row> on(Dataset<Row> typed, Batch batch) {
    Dataset<Row> rows = typed;
    for (Definition.Parent parent : parents) {
      String key = "_key_of_" + parent.rule();
      Column own = col("`" + parent.column() + "`");
      Dataset<Row> keys = keys(parent, batch, typed).withColumnRenamed("key", key);
      rows =
          rows.join(keys, own.equalTo(col("`" + key + "`")), "left")
              .withColumn(
                  RowRule.related(parent.rule()), own.isNull().or(col("`" + key + "`").isNotNull()))
              .drop(key);
    }
    return rows;
  }

  private Dataset<Row> keys(Definition.Parent parent, Batch batch, Dataset<Row> typed) {
    for (UpstreamRange range : batch.inputs().upstream()) {
      if (range.table().equals(parent.table().toString())) {
        return context
            .table(parent.table())
            .frame(range.to())
            .select(col("`" + parent.key() + "`").as("key"))
            .where(col("key").isNotNull())
            .distinct();
      }
    }
    return typed.select(typed.col("`" + parent.column() + "`").as("key")).where(lit(false));
  }
}
