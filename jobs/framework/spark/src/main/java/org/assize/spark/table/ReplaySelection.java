package org.assize.spark.table;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Replayed;

/** Quarantined rows without a decision, at a pinned version of their table. */
record ReplaySelection(StoredTable quarantine, Replayed replayed) {

  /** The rows selected. */
  Dataset<Row> rows() {
    Dataset<Row> all = quarantine.frame(replayed.version());
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
