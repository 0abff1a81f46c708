package org.assize.spark.table;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Counts;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Gate;
import org.assize.spark.gate.Judged;
import org.assize.spark.gate.Marks;
import org.assize.spark.gate.Measured;
import org.assize.spark.gate.Observed;
import org.assize.spark.gate.Verdict;

/** The accepted rows of a batch, written once and measured in the same pass. */
final class SourceFedCandidate {

  private static final String BUCKET = "_dq_bucket";

  private final DataContract contract;
  private final Marks marks;
  private final RuleSet rules;
  private List<AddFile> added = List.of();
  private Map<String, Object> before = Map.of();
  private Map<String, Object> after = Map.of();

  SourceFedCandidate(DataContract contract, Marks marks, RuleSet rules) {
    this.contract = contract;
    this.marks = marks;
    this.rules = rules;
  }

  /** Writes; afterwards the other methods answer. */
  void write(
      TableWriter writer, Dataset<Row> marked, LoadPlan plan, Column[] columns, Instant now) {
    Measured all = Measured.on(marked, rowAggregates());
    Dataset<Row> accepted = all.frame().where(not(marks.isRefused()));
    Measured chosen = Measured.on(numbered(plan.chosen(accepted)), chosenAggregates(now));
    added = writer.write(chosen.frame().select(columns));
    before = all.values();
    after = chosen.values();
    if (count(after, "chosen") != StoredTable.rows(added)) {
      // A retried stage is observed twice: count again rather than trust it.
      before = all.scanned();
      after = chosen.scanned();
    }
    Conservation.require(
        contract.name(), "rows written", count(after, "chosen"), StoredTable.rows(added));
  }

  List<AddFile> added() {
    return added;
  }

  /** Numbers of the intervals of the rows written. */
  Set<Long> buckets() {
    Set<Long> numbers = new TreeSet<>();
    if (after.get("buckets") instanceof scala.collection.Seq<?> seq) {
      scala.collection.JavaConverters.seqAsJavaList(seq)
          .forEach(number -> numbers.add(((Number) number).longValue()));
    }
    return numbers;
  }

  /** Where every row went; fails when the sum does not close. */
  Map<String, Long> counts(RecordCounts records, LoadPlan plan) {
    long rows = count(before, "rows");
    long refused = count(before, "refused");
    long written = count(after, "chosen");
    Conservation.require(
        contract.name(), "rows", rows, written + refused + plan.repeats() + plan.stale());
    Map<String, Long> counts = new LinkedHashMap<>();
    if (!records.areReplayed()) {
      counts.putAll(ofRecords(records));
    }
    counts.put(Counts.ROWS, rows);
    counts.put(Counts.NEW, written - plan.superseding());
    counts.put(Counts.SUPERSEDING, plan.superseding());
    counts.put(Counts.STALE, plan.stale());
    counts.put(Counts.REPEATS, plan.repeats());
    counts.put(Counts.QUARANTINED, refused);
    counts.put(Counts.COMMITTED, written);
    return counts;
  }

  private Map<String, Long> ofRecords(RecordCounts records) {
    long refused = count(before, "refused_records");
    long withRows = count(before, "records_with_rows");
    long withoutRows = records.read() - withRows - refused;
    if (!records.areNested()) {
      Conservation.require(contract.name(), "records without a row", 0, withoutRows);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(Counts.RECORDS, records.read());
    counts.put(Counts.RECORDS_WITH_ROWS, withRows);
    counts.put(Counts.RECORDS_WITHOUT_ROWS, withoutRows);
    counts.put(Counts.RECORDS_REFUSED, refused);
    return counts;
  }

  /** The gate's verdict from what was observed. */
  Verdict judged(Gate gate, LoadPlan plan, Judged view, Instant now) {
    List<Long> broken = marks.broken(before);
    long written = count(after, "chosen");
    var observed =
        new Observed(count(before, "rows"), broken, written, Aggregates.values(rules, after));
    Verdict verdict = gate.judge(observed, view, now);
    long accepted = count(before, "rows") - count(before, "refused");
    return EmptyBatch.judged(verdict, contract, accepted, plan.empties(written));
  }

  /** Observed collections evaluate what they collect row by row, without generated code. */
  private Dataset<Row> numbered(Dataset<Row> rows) {
    return contract.load().interval().isEmpty()
        ? rows
        : rows.withColumn(BUCKET, Buckets.of(contract).number());
  }

  private List<Column> rowAggregates() {
    List<Column> all = new ArrayList<>();
    all.add(expr("count(*)").as("rows"));
    all.add(expr("sum(IF(_fault <> 0, 1L, 0L))").as("refused_records"));
    all.add(expr("sum(IF(_fault = 0 AND _position = 0, 1L, 0L))").as("records_with_rows"));
    all.add(sum(when(marks.isRefused(), 1L).otherwise(0L)).as("refused"));
    all.addAll(marks.brokenCounts());
    return all;
  }

  private List<Column> chosenAggregates(Instant now) {
    List<Column> all = new ArrayList<>();
    all.add(expr("count(*)").as("chosen"));
    if (contract.load().interval().isPresent()) {
      all.add(collect_set(BUCKET).as("buckets"));
    }
    all.addAll(Aggregates.of(rules, now));
    return all;
  }

  private static long count(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
