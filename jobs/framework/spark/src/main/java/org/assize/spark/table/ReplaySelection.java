package org.assize.spark.table;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Replayed;

/** Quarantined rows without a decision, at a pinned version of their table. */
record ReplaySelection(StoredTable quarantine, Replayed replayed) {

  /** From so many rows on their keys would not fit into every driver's memory. */
  private static final long MANY = 100_000;

  /** The rows selected; a join with many of them sorts, and sends them nowhere. */
  Dataset<Row> rows() {
    List<AddFile> files = quarantine.added(-1, replayed.version()).orElseThrow();
    Dataset<Row> rows = selected(quarantine.frame(quarantine.snapshot(replayed.version()), files));
    boolean isMany = replayed.rows().isEmpty() && StoredTable.rows(files) > MANY;
    return isMany ? rows.hint("merge") : rows;
  }

  private Dataset<Row> selected(Dataset<Row> all) {
    Dataset<Row> rows =
        replayed.onlyWaiting()
            ? all.where(col("status").equalTo(Quarantine.WAITING))
            : all.where(col("status").isin(Quarantine.OPEN, Quarantine.WAITING));
    if (!replayed.rule().isEmpty()) {
      rows = rows.where(array_contains(col("rules"), replayed.rule()));
    }
    if (!replayed.rows().isEmpty()) {
      rows = rows.where(col("row_id").isInCollection(replayed.rows()));
    }
    return rows;
  }

  /** The raw records that hold the rows selected. */
  Dataset<Row> records(Dataset<Row> raw) {
    return raw.join(keys(), sameRecord(raw), "left_semi");
  }

  /** The rows selected, out of the rows of their records; a record that failed counts whole. */
  Dataset<Row> only(Dataset<Row> typed) {
    Column samePosition = col("s_whole").or(typed.col("_position").equalTo(col("s_position")));
    return typed.join(keys(), sameRecord(typed).and(samePosition), "left_semi");
  }

  private Dataset<Row> keys() {
    return rows()
        .select(
            col("_file_hash").as("s_hash"),
            col("_locator").as("s_locator"),
            col("_position").as("s_position"),
            col("fault").isNotNull().as("s_whole"));
  }

  private static Column sameRecord(Dataset<Row> rows) {
    return rows.col("_file_hash")
        .equalTo(col("s_hash"))
        .and(rows.col("_locator").equalTo(col("s_locator")));
  }
}
