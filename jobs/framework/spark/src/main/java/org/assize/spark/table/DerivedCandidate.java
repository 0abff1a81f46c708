package org.assize.spark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Counts;
import org.assize.core.DataInterval;
import org.assize.core.Intervals;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Gate;
import org.assize.spark.gate.Judged;
import org.assize.spark.gate.Marks;
import org.assize.spark.gate.Measured;
import org.assize.spark.gate.Observed;
import org.assize.spark.gate.Verdict;
import org.assize.spark.ledger.Batch;

/** The result of a transform, written once and measured in the same pass. */
final class DerivedCandidate {

  private static final String ZONE = "_zone";

  private final DataContract contract;
  private final RuleSet rules;
  private final Relations relations;
  private final Marks marks;
  private List<AddFile> added = List.of();
  private Map<String, Object> all = Map.of();
  private Map<String, Object> chosen = Map.of();

  DerivedCandidate(DataContract contract, RuleSet rules, Relations relations) {
    this.contract = contract;
    this.rules = rules;
    this.relations = relations;
    this.marks = new Marks(rules.rowRules(), false);
  }

  /**
   * What a transform gave for one span.
   *
   * @param widened the span with the longest lookback and lookahead: rows between are dropped
   */
  record Part(Dataset<Row> rows, DataInterval span, DataInterval widened) {}

  void write(TableWriter writer, List<Part> parts, boolean isWhole, Instant now) {
    Dataset<Row> zoned = null;
    for (Part part : parts) {
      Dataset<Row> rows = part.rows().withColumn(ZONE, isWhole ? lit(0) : zone(part));
      zoned = zoned == null ? rows : zoned.unionByName(rows);
    }
    if (zoned == null) {
      throw new IllegalStateException("a batch has at least one part");
    }
    Measured measuredAll =
        Measured.on(spread(zoned), List.of(count("overrun", 2), count("dropped", 1)));
    Dataset<Row> inside = measuredAll.frame().where(col(ZONE).equalTo(0)).drop(ZONE);
    // Parents as they stand: they decide only whether the batch is held.
    Dataset<Row> related = relations.on(inside, relations.pinned());
    Measured measured = Measured.on(marks.on(related), aggregates(now));
    added = writer.write(relations.off(marks.off(measured.frame())));
    all = measuredAll.values();
    chosen = measured.values();
    if (number(chosen, "rows") != StoredTable.rows(added)) {
      // A retried stage is observed twice: count again rather than trust it.
      all = measuredAll.scanned();
      chosen = measured.scanned();
    }
    Conservation.require(
        contract.name(), "rows written", number(chosen, "rows"), StoredTable.rows(added));
    refuseOverrun();
  }

  /** One file for each day of a partitioned table, not one for each day and task. */
  private Dataset<Row> spread(Dataset<Row> rows) {
    return Shapes.partition(contract).map(day -> rows.repartition(col(day))).orElse(rows);
  }

  private Column zone(Part part) {
    Buckets buckets = Buckets.of(contract);
    Column isInside = coalesce(buckets.within(part.span()), lit(false));
    Column isNear = coalesce(buckets.within(part.widened()), lit(false));
    return when(isInside, 0).when(isNear, 1).otherwise(2);
  }

  private void refuseOverrun() {
    long overrun = number(all, "overrun");
    if (overrun > 0) {
      throw PlatformException.of(
          new Problem(
              ErrorCode.INTERVAL_OVERRUN,
              contract.place(),
              "The transform gave " + overrun + " rows outside the interval it was asked for.",
              "Its interval column is `"
                  + contract.load().interval().orElseThrow().column()
                  + "`; another interval's rows would be replaced or doubled.",
              "Keep only rows of the interval, or declare a lookback or lookahead on the input."));
    }
  }

  List<AddFile> added() {
    return added;
  }

  Map<String, Long> counts(Batch batch) {
    Map<String, Long> counts = new LinkedHashMap<>();
    long rows = number(chosen, "rows");
    counts.put(Counts.ROWS, rows);
    if (number(all, "dropped") > 0) {
      counts.put(Counts.FILTERED, number(all, "dropped"));
    }
    if (!batch.inputs().spans().isEmpty()) {
      counts.put(Counts.INTERVALS, intervals(batch));
    }
    counts.put(Counts.COMMITTED, rows);
    return counts;
  }

  private long intervals(Batch batch) {
    return new Intervals(contract.load().interval().orElseThrow())
        .count(Spans.intervals(batch.inputs().spans()));
  }

  Verdict judged(Gate gate, boolean hadRows, Judged view, Instant now) {
    List<Long> broken = marks.broken(chosen);
    long rows = number(chosen, "rows");
    var observed = new Observed(rows, broken, rows, Aggregates.values(rules, chosen));
    Verdict verdict = gate.judge(observed, view, now);
    return EmptyBatch.judged(verdict, contract, rows, rows == 0 && hadRows);
  }

  private List<Column> aggregates(Instant now) {
    List<Column> columns = new ArrayList<>();
    columns.add(expr("count(*)").as("rows"));
    columns.addAll(marks.brokenCounts());
    columns.addAll(Aggregates.of(rules, now));
    return columns;
  }

  private static Column count(String name, int zone) {
    return expr("sum(IF(" + ZONE + " = " + zone + ", 1L, 0L))").as(name);
  }

  private static long number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
