package org.assize.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.StoredRows;
import org.assize.core.Workspace;
import org.assize.spark.delta.StoredTable;

/** Counts the rows of a table and of its quarantine. */
record RowCounts(SparkSession spark, Workspace workspace) {

  private static final Object[] UNDECIDED = {"open", "waiting"};

  StoredRows of(DatasetName name) {
    StoredTable table = StoredTable.of(spark, workspace, name);
    long version = table.latestVersion();
    if (version < 0) {
      return StoredRows.NONE;
    }
    long visible = StoredTable.rows(table.added(-1, version).orElseThrow());
    StoredTable quarantine = StoredTable.of(spark, workspace, name.quarantine());
    long last = quarantine.latestVersion();
    if (last < 0) {
      return new StoredRows(OptionalLong.of(visible), 0, Map.of());
    }
    Map<String, Long> byRule = new TreeMap<>();
    long refused = 0;
    Dataset<Row> sets =
        undecided(quarantine.frame(last)).groupBy(col("rules")).agg(count(lit(1)).as("n"));
    for (Row set : sets.collectAsList()) {
      refused += set.getLong(1);
      set.<String>getList(0).forEach(rule -> byRule.merge(rule, set.getLong(1), Long::sum));
    }
    return new StoredRows(OptionalLong.of(visible), refused, mostFirst(byRule));
  }

  private static Map<String, Long> mostFirst(Map<String, Long> byRule) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    byRule.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  /** Tables written before decisions were kept have no status. */
  private static Dataset<Row> undecided(Dataset<Row> rows) {
    return Arrays.asList(rows.columns()).contains("status")
        ? rows.where(col("status").isin(UNDECIDED))
        : rows;
  }
}
