package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;
import org.jspecify.annotations.Nullable;

/**
 * The newest delivery is the table. Deliveries are ordered by their placeholders as text; a further
 * file of the delivery that is already there adds to it, an older one changes nothing.
 *
 * @param newest placeholder values of the delivery that stays, empty when the batch has no row
 */
record ReplacePlan(
    List<String> placeholders,
    Optional<List<String>> newest,
    long stale,
    List<AddFile> removed,
    boolean hadRows)
    implements LoadPlan {

  private static final Comparator<List<String>> BY_TEXT =
      Comparator.comparing((List<String> values) -> String.join("\u0000", values));

  static ReplacePlan of(
      DataContract contract,
      Batch batch,
      TableWriter writer,
      StoredTable table,
      Dataset<Row> accepted) {
    List<String> placeholders =
        contract.sources().get(0).source().placeholders().stream().map(name -> "_" + name).toList();
    List<AddFile> files = writer.allFiles();
    Map<List<String>, Long> delivered = deliveries(accepted, placeholders);
    TreeMap<List<String>, Long> stored = new TreeMap<>(BY_TEXT);
    if (!files.isEmpty() && !batch.inputs().whole()) {
      stored.putAll(deliveries(table.frame(writer.snapshot(), files), placeholders));
    }
    TreeMap<List<String>, Long> all = new TreeMap<>(BY_TEXT);
    all.putAll(stored);
    all.putAll(delivered);
    if (delivered.isEmpty()) {
      return new ReplacePlan(placeholders, Optional.empty(), 0, List.of(), !files.isEmpty());
    }
    List<String> newest = all.lastKey();
    long stale =
        delivered.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(newest))
            .mapToLong(Map.Entry::getValue)
            .sum();
    boolean goesOn = stored.containsKey(newest);
    return new ReplacePlan(
        placeholders, Optional.of(newest), stale, goesOn ? List.of() : files, !files.isEmpty());
  }

  private static Map<List<String>, Long> deliveries(Dataset<Row> rows, List<String> placeholders) {
    Column[] columns = placeholders.stream().map(ReplacePlan::named).toArray(Column[]::new);
    Map<List<String>, Long> deliveries = new TreeMap<>(BY_TEXT);
    for (Row row : rows.groupBy(columns).count().collectAsList()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < placeholders.size(); i++) {
        values.add(row.getString(i));
      }
      deliveries.put(values, row.getLong(placeholders.size()));
    }
    return deliveries;
  }

  @Override
  public Dataset<Row> chosen(Dataset<Row> accepted) {
    if (newest.isEmpty()) {
      return accepted;
    }
    Column isNewest = lit(true);
    for (int i = 0; i < placeholders.size(); i++) {
      isNewest = isNewest.and(named(placeholders.get(i)).equalTo(lit(newest.get().get(i))));
    }
    return accepted.where(isNewest);
  }

  @Override
  public List<AddFile> survivors(TableWriter writer, StoredTable table) {
    return List.of();
  }

  @Override
  public Dataset<Row> after(TableWriter writer, StoredTable table, List<AddFile> added) {
    return table.frame(writer.snapshot(), KeptFiles.with(writer.allFiles(), removed, added));
  }

  @Override
  public long repeats() {
    return 0;
  }

  @Override
  public long superseding() {
    return 0;
  }

  /** A delivery without one acceptable row never stands for "the list is empty now". */
  @Override
  public boolean empties(long chosen) {
    return newest.isEmpty() && hadRows;
  }

  @Override
  public @Nullable List<long[]> touched(Set<Long> chosenBuckets) {
    return null;
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  private static Column named(String column) {
    return col("`" + column + "`");
  }
}
