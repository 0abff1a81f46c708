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
import org.assize.spark.ledger.BatchState;

/** The foreign keys of a table: which versions of the parents count, and who is found. */
record Relations(RunContext context, List<Definition.Parent> parents) {

  /** The parents as they stand; one that was never built has no keys and no range. */
  List<UpstreamRange> pinned() {
    Map<String, UpstreamRange> ranges = new TreeMap<>();
    for (Definition.Parent parent : parents) {
      ReadTable table = context.inputs().of(parent.table());
      long version = table.stored().latestVersion();
      if (version > 0) {
        ranges.put(parent.table().toString(), table.range(version, version));
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

  /** The rows with one boolean column for each foreign key; a key with a NULL needs no parent. */
  Dataset<Row> on(Dataset<Row> typed, List<UpstreamRange> pinned) {
    Dataset<Row> rows = typed;
    for (Definition.Parent parent : parents) {
      Dataset<Row> keys = keys(parent, pinned, typed);
      Column isEqual = lit(true);
      Column isExcused = lit(false);
      for (int i = 0; i < parent.columns().size(); i++) {
        Column own = col("`" + parent.columns().get(i) + "`");
        isEqual = isEqual.and(own.equalTo(col("`" + key(parent, i) + "`")));
        isExcused = isExcused.or(own.isNull());
      }
      rows =
          rows.join(keys, isEqual, "left")
              .withColumn(
                  RowRule.related(parent.rule()),
                  isExcused.or(col("`" + key(parent, 0) + "`").isNotNull()));
      for (int i = 0; i < parent.columns().size(); i++) {
        rows = rows.drop(key(parent, i));
      }
    }
    return rows;
  }

  /** The rows without those columns. */
  Dataset<Row> off(Dataset<Row> related) {
    return related.drop(
        parents.stream().map(parent -> RowRule.related(parent.rule())).toArray(String[]::new));
  }

  private Dataset<Row> keys(
      Definition.Parent parent, List<UpstreamRange> pinned, Dataset<Row> typed) {
    for (UpstreamRange range : pinned) {
      if (range.table().equals(parent.table().toString())) {
        return named(parent, parent.keys(), context.pinned(parent.table(), range).frame(range.to()))
            .na()
            .drop()
            .distinct();
      }
    }
    return named(parent, parent.columns(), typed).where(lit(false));
  }

  private static Dataset<Row> named(
      Definition.Parent parent, List<String> columns, Dataset<Row> rows) {
    Column[] keys = new Column[columns.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = rows.col("`" + columns.get(i) + "`").as(key(parent, i));
    }
    return rows.select(keys);
  }

  private static String key(Definition.Parent parent, int i) {
    return "_key_" + i + "_of_" + parent.rule();
  }
}
