package org.assize.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Measurement;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.StoredRows;
import org.assize.core.TableDifference;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.incident.NoticeBook;
import org.assize.core.plan.PlanBook;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.ScheduleBook;
import org.assize.spark.Engine;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.RolledBack;
import org.assize.spark.table.Payload;

/** The engine as the verbs see it. */
final class SparkEngine implements OpenEngine {

  private final Engine engine;

  SparkEngine(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String runId() {
    return engine.runId();
  }

  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    return engine.run(ready, listener);
  }

  @Override
  public List<Foreseen> foresee(List<TableTask> tasks, RunListener listener) {
    return engine.foresee(tasks, listener);
  }

  @Override
  public void record(RunReport report) {
    engine.record(report);
  }

  @Override
  public List<RunReport> reports() {
    return engine.reports();
  }

  @Override
  public ScheduleBook book() {
    return engine.book();
  }

  @Override
  public Heartbeat heartbeat() {
    return engine.heartbeat();
  }

  @Override
  public void cancel() {
    engine.cancel();
  }

  @Override
  public PlanBook plans() {
    return engine.plans();
  }

  @Override
  public NoticeBook notices() {
    return engine.notices();
  }

  @Override
  public Map<DatasetName, Long> versions(Collection<DatasetName> tables) {
    return engine.versions(tables);
  }

  @Override
  public List<TableState> states() {
    Map<String, RolledBack> rolledBack = engine.rolledBack();
    return engine.storedTables().stream()
        .map(table -> state(table, Optional.ofNullable(rolledBack.get(table.name().toString()))))
        .toList();
  }

  private TableState state(StoredTable table, Optional<RolledBack> rolledBack) {
    DatasetName name = table.name();
    long version = table.latestVersion();
    List<BatchState> batches = engine.batches(name);
    Optional<BatchState> last =
        batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    return new TableState(
        name,
        version < 0 ? Optional.empty() : Optional.of(version),
        last.map(state -> state.batch().at()),
        last.map(BatchState::runId),
        batches.stream().filter(BatchState::isHeld).map(state -> state.batch().id()).toList(),
        rolledBack.map(RolledBack::version),
        engine.readIn(name));
  }

  @Override
  public Map<DatasetName, List<Measurement>> measurements(Collection<DatasetName> tables) {
    return engine.measurements(tables);
  }

  @Override
  public Map<DatasetName, StoredRows> rows(Collection<DatasetName> tables, RunListener listener) {
    return engine.rows(tables, listener);
  }

  @Override
  public QueryResult query(String sql, int limit) {
    Dataset<Row> frame = engine.query(sql);
    List<QueryResult.ResultColumn> columns = new ArrayList<>();
    for (StructField field : frame.schema().fields()) {
      columns.add(new QueryResult.ResultColumn(field.name(), field.dataType().catalogString()));
    }
    List<Row> rows = frame.limit(limit + 1).collectAsList();
    boolean isCut = rows.size() > limit;
    return new QueryResult(
        columns,
        rows.subList(0, Math.min(limit, rows.size())).stream().map(QueryValues::of).toList(),
        isCut);
  }

  @Override
  public List<TableOutcome> accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener) {
    return engine.accept(graph, batchId, who, why, listener);
  }

  @Override
  public String drop(String batchId, String who, String why) {
    return engine.drop(batchId, who, why);
  }

  @Override
  public TableDifference difference(DataContract table, Workspace other) {
    return engine.difference(table, other);
  }

  @Override
  public TableOutcome rollBack(
      Definition table, long version, String who, String why, RunListener listener) {
    return engine.rollBack(table, version, who, why, listener);
  }

  @Override
  public void release(DatasetName table, String who, String why) {
    engine.release(table, who, why);
  }

  @Override
  public Delivered delivered(DataContract contract, String row, String who, Optional<String> why) {
    Payload payload = engine.payload(contract, row, who, why);
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    payload.fields().forEach(field -> values.put(field.column(), field.text()));
    List<String> masked =
        payload.fields().stream()
            .filter(Payload.Field::isMasked)
            .map(Payload.Field::column)
            .toList();
    return new Delivered(values, masked, payload.record());
  }

  @Override
  public TableOutcome replay(
      Definition.SourceFed table,
      String rule,
      List<String> rows,
      boolean isDry,
      RunListener listener) {
    return engine.replay(table, rule, rows, isDry, listener);
  }

  @Override
  public long discard(DataContract table, String rule, List<String> rows, String who, String why) {
    return engine.discard(table, rule, rows, who, why);
  }

  @Override
  public int rebuildLedger(TableGraph graph) {
    return engine.rebuildLedger(graph);
  }

  @Override
  public void close() {
    engine.close();
  }
}
