package org.assize.spark.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.Measure;
import org.assize.contract.Scope;
import org.assize.contract.rule.DatasetRule;

/** Figures over the table as it would be, whole or by interval: each rule reads it once. */
final class Wider {

  private static final String INTERVAL = "_interval";
  private static final String ROWS = "_rows";
  private static final String VALUE = "_value";

  private final Judged judged;
  private final Instant now;

  Wider(Judged judged, Instant now) {
    this.judged = judged;
    this.now = now;
  }

  /** One figure for the table, or one for each interval changed, in order of time. */
  List<Figure> figures(DatasetRule rule) {
    return rule.terms().scope() == Scope.TABLE ? List.of(ofTable(rule)) : ofIntervals(rule);
  }

  private Figure ofTable(DatasetRule rule) {
    if (rule.measure() == Measure.QUERY) {
      return new Figure(judged.after().count(), Scans.number(judged.ask(rule)));
    }
    Dataset<Row> all = judged.after().withColumn(INTERVAL, lit(0L));
    return measured(rule, all).getOrDefault(0L, none(rule));
  }

  private List<Figure> ofIntervals(DatasetRule rule) {
    Judged.Intervals intervals = judged.intervals();
    Dataset<Row> all = judged.after().withColumn(INTERVAL, intervals.number());
    Optional<List<Long>> changed = intervals.changed().map(set -> List.copyOf(new TreeSet<>(set)));
    Dataset<Row> rows =
        changed
            .map(numbers -> all.where(col(INTERVAL).isInCollection(numbers)))
            .orElse(all.where(col(INTERVAL).isNotNull()));
    Map<Long, Figure> found = measured(rule, rows);
    // An interval that lost its last row is an interval too.
    return changed.orElse(List.copyOf(found.keySet())).stream()
        .map(number -> found.getOrDefault(number, none(rule)))
        .toList();
  }

  private Map<Long, Figure> measured(DatasetRule rule, Dataset<Row> rows) {
    Map<Long, Figure> figures = new TreeMap<>();
    for (Row row : aggregated(rule, rows).collectAsList()) {
      OptionalDouble value =
          row.isNullAt(2)
              ? OptionalDouble.empty()
              : OptionalDouble.of(((Number) row.get(2)).doubleValue());
      figures.put(row.getLong(0), new Figure(row.getLong(1), value));
    }
    return figures;
  }

  private Dataset<Row> aggregated(DatasetRule rule, Dataset<Row> rows) {
    Column interval = col(INTERVAL);
    return switch (rule.measure()) {
      case DUPLICATES -> {
        List<Column> key = new ArrayList<>(List.of(interval));
        rule.spec().columns().forEach(name -> key.add(col("`" + name + "`")));
        yield Keys.having(rule, rows)
            .groupBy(key.toArray(new Column[0]))
            .agg(count(lit(1)).as(ROWS))
            .groupBy(interval)
            .agg(expr("sum(" + ROWS + ")"), expr("sum(" + ROWS + ") - count(1)").as(VALUE));
      }
      case LONGEST_GAP ->
          Scans.gaps(rule, rows, List.of(interval))
              .groupBy(interval)
              .agg(count(lit(1)).as(ROWS), expr("max(gap)").as(VALUE));
      default ->
          rows.groupBy(interval)
              .agg(
                  count(lit(1)).as(ROWS),
                  expr(rule.aggregate(now.getEpochSecond()).orElseThrow()).as(VALUE));
    };
  }

  private static Figure none(DatasetRule rule) {
    boolean isCounted =
        switch (rule.measure()) {
          case ROW_COUNT, DUPLICATES -> true;
          default -> false;
        };
    return new Figure(0, isCounted ? OptionalDouble.of(0) : OptionalDouble.empty());
  }
}
