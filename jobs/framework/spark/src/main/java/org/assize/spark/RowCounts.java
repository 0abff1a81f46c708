package org.assize.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.StoredRows;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.Workspace;
import org.assize.spark.delta.StoredTable;

/** Counts the rows of tables and of their quarantines. */
record RowCounts(SparkSession spark, Workspace workspace) {

  private static final Object[] UNDECIDED = {"open", "waiting"};

  /**
   * Counts: visible rows by the tables' logs, several at once; refused ones by one query over all
   * quarantines.
   *
   * @param listener hears of each table
   */
  Map<DatasetName, StoredRows> of(Collection<DatasetName> names, RunListener listener) {
    Map<DatasetName, Map<String, Long>> byRule = new ConcurrentHashMap<>();
    Map<DatasetName, Long> refused = refused(names, byRule);
    Map<DatasetName, StoredRows> counted = new ConcurrentHashMap<>();
    names.parallelStream()
        .forEach(
            name -> {
              listener.started(name);
              listener.step(name, "counting rows");
              StoredRows rows =
                  visible(name)
                      .map(
                          visible ->
                              new StoredRows(
                                  OptionalLong.of(visible),
                                  refused.getOrDefault(name, 0L),
                                  mostFirst(byRule.getOrDefault(name, Map.of()))))
                      .orElse(StoredRows.NONE);
              counted.put(name, rows);
              listener.ended(TableOutcome.of(name, Status.UP_TO_DATE, ""));
            });
    return counted;
  }

  private Optional<Long> visible(DatasetName name) {
    StoredTable table = StoredTable.of(spark, workspace, name);
    long version = table.latestVersion();
    return version < 0
        ? Optional.empty()
        : Optional.of(StoredTable.rows(table.added(-1, version).orElseThrow()));
  }

  private Map<DatasetName, Long> refused(
      Collection<DatasetName> names, Map<DatasetName, Map<String, Long>> byRule) {
    Map<String, DatasetName> asked = new LinkedHashMap<>();
    Optional<Dataset<Row>> all =
        names.parallelStream().flatMap(name -> quarantined(name).stream()).reduce(Dataset::union);
    names.forEach(name -> asked.put(name.toString(), name));
    Map<DatasetName, Long> refused = new LinkedHashMap<>();
    for (Row set : all.map(RowCounts::sets).orElse(List.of())) {
      DatasetName name = asked.get(set.getString(0));
      refused.merge(name, set.getLong(2), Long::sum);
      Map<String, Long> rules = byRule.computeIfAbsent(name, key -> new TreeMap<>());
      set.<String>getList(1).forEach(rule -> rules.merge(rule, set.getLong(2), Long::sum));
    }
    return refused;
  }

  private static List<Row> sets(Dataset<Row> rows) {
    return rows.groupBy(col("name"), col("rules")).agg(count(lit(1)).as("n")).collectAsList();
  }

  private Optional<Dataset<Row>> quarantined(DatasetName name) {
    StoredTable quarantine = StoredTable.of(spark, workspace, name.quarantine());
    long last = quarantine.latestVersion();
    return last < 0
        ? Optional.empty()
        : Optional.of(
            undecided(quarantine.frame(last))
                .select(lit(name.toString()).as("name"), col("rules")));
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
