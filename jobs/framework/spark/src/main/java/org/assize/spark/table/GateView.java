package org.assize.spark.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.DatasetName;
import org.assize.contract.Scope;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.rule.DatasetRule;
import org.assize.core.DataInterval;
import org.assize.core.Measurement;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.gate.Judged;
import org.assize.spark.sql.BoundQuery;
import org.assize.spark.sql.CatalystInspector;
import org.jspecify.annotations.Nullable;

/** A candidate, and the tables beside it, as its gate may see them. */
final class GateView implements Judged {

  private final RunContext context;
  private final StoredTable table;
  private final Supplier<Dataset<Row>> candidateRows;
  private final Supplier<Dataset<Row>> rowsBefore;
  private final Supplier<Dataset<Row>> rowsAfter;
  private final Supplier<Optional<List<DataInterval>>> touched;
  private @Nullable List<Measurement> past;

  /**
   * A view; nothing is read before it is asked for.
   *
   * @param touched spans whose rows change; empty for all of time
   */
  GateView(
      RunContext context,
      StoredTable table,
      Supplier<Dataset<Row>> candidateRows,
      Supplier<Dataset<Row>> rowsBefore,
      Supplier<Dataset<Row>> rowsAfter,
      Supplier<Optional<List<DataInterval>>> touched) {
    this.context = context;
    this.table = table;
    this.candidateRows = candidateRows;
    this.rowsBefore = rowsBefore;
    this.rowsAfter = rowsAfter;
    this.touched = touched;
  }

  @Override
  public Dataset<Row> candidate() {
    return candidateRows.get();
  }

  @Override
  public Dataset<Row> before() {
    return rowsBefore.get();
  }

  @Override
  public Dataset<Row> after() {
    return rowsAfter.get();
  }

  @Override
  public Intervals intervals() {
    Buckets buckets = Buckets.of(context.workspace().contract(table.name()).orElseThrow());
    return new Intervals(buckets.number(), touched.get().map(buckets::numbers));
  }

  @Override
  public Dataset<Row> ask(DatasetRule rule) {
    String sql = rule.queryOf(table.name()).orElseThrow();
    Map<String, Dataset<Row>> frames = new LinkedHashMap<>();
    for (String relation : new CatalystInspector().relations(sql)) {
      frames.put(relation, relation.equals(table.name().toString()) ? own(rule) : stored(relation));
    }
    return BoundQuery.run(context.spark(), sql, frames, Map.of());
  }

  private Dataset<Row> own(DatasetRule rule) {
    return rule.terms().scope() == Scope.TABLE ? after() : candidate();
  }

  private Dataset<Row> stored(String relation) {
    Optional<DatasetName> name =
        context.workspace().contracts().stream()
            .map(contract -> contract.name())
            .filter(known -> known.toString().equals(relation))
            .findFirst();
    StoredTable other =
        name.map(known -> context.inputs().of(known).stored())
            .orElseThrow(
                () ->
                    PlatformException.of(
                        ErrorCode.UNKNOWN_TABLE,
                        "A rule of " + table.name() + " asks `" + relation + "`.",
                        "No contract makes that table.",
                        ""));
    long version = other.latestVersion();
    if (version < 0) {
      throw PlatformException.of(
          ErrorCode.INPUT_MISSING,
          "A rule of " + table.name() + " asks " + relation + ", which was never built.",
          "",
          "Run it first.");
    }
    return other.frame(version);
  }

  @Override
  public List<Measurement> history(String rule) {
    List<Measurement> all = past;
    if (all == null) {
      // One table of measurements serves every rule.
      all = context.ledger().measurements().of(table.name().toString());
      past = all;
    }
    return all.stream()
        .filter(one -> one.isCommitted() && one.result().rule().equals(rule))
        .filter(one -> one.result().value().isPresent())
        .toList();
  }
}
