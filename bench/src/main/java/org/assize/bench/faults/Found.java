package org.assize.bench.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.synthetic.PlantedRows;

/** What a run left behind, read as anybody could who knows Delta. */
record Found(SparkSession spark, Path warehouse) {

  /** How every rule of a table fared, in the order in which the run measured them. */
  List<RuleScore> scores(String table, PlantedRows answer) {
    Map<Long, Set<String>> refused = refused(table);
    List<RuleScore> scores = new ArrayList<>();
    for (Map.Entry<String, Long> measured : measured(table)) {
      String rule = measured.getKey();
      long counted = answer.counted().getOrDefault(rule, 0L);
      scores.add(
          counted > 0
              ? counted(table, rule, counted, measured.getValue())
              : marked(table, rule, answer.refused(), refused));
    }
    return scores;
  }

  /** Rows in quarantine that nothing was planted in. */
  long soundRefused(String table, PlantedRows answer) {
    return refused(table).keySet().stream().filter(at -> !answer.refused().containsKey(at)).count();
  }

  /** Rows that readers see. */
  long visible(String table) {
    return delta("curated/custody/" + table).map(Dataset::count).orElse(0L);
  }

  private static RuleScore counted(String table, String rule, long planted, long measured) {
    return new RuleScore(
        table, rule, planted, Math.min(planted, measured), Math.max(0, measured - planted));
  }

  private static RuleScore marked(
      String table, String rule, Map<Long, Set<String>> planted, Map<Long, Set<String>> refused) {
    long all = planted.values().stream().filter(rules -> rules.contains(rule)).count();
    long found = 0;
    long wrong = 0;
    for (Map.Entry<Long, Set<String>> row : refused.entrySet()) {
      if (row.getValue().contains(rule)) {
        boolean isRight = planted.getOrDefault(row.getKey(), Set.of()).contains(rule);
        found += isRight ? 1 : 0;
        wrong += isRight ? 0 : 1;
      }
    }
    return new RuleScore(table, rule, all, found, wrong);
  }

  /** The rules that each row in quarantine broke, by the offset of its first byte. */
  private Map<Long, Set<String>> refused(String table) {
    Map<Long, Set<String>> refused = new HashMap<>();
    delta("quarantine/custody/" + table)
        .map(rows -> rows.select("_locator", "rules").collectAsList())
        .orElse(List.of())
        .forEach(row -> refused.put(row.getLong(0), new HashSet<>(row.<String>getList(1))));
    return refused;
  }

  private List<Map.Entry<String, Long>> measured(String table) {
    String wanted = "table_name = 'custody_curated." + table + "'";
    List<Row> rows =
        delta("ops/metric").orElseThrow().where(wanted).select("rule", "value").collectAsList();
    return rows.stream()
        .map(row -> Map.entry(row.getString(0), row.isNullAt(1) ? 0L : (long) row.getDouble(1)))
        .toList();
  }

  private java.util.Optional<Dataset<Row>> delta(String table) {
    Path folder = warehouse.resolve(table);
    return Files.isDirectory(folder.resolve("_delta_log"))
        ? java.util.Optional.of(spark.read().format("delta").load(folder.toString()))
        : java.util.Optional.empty();
  }
}
