package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.spark.Engine;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.BatchState;

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
  public void record(RunReport report) {
    engine.record(report);
  }

  @Override
  public List<RunReport> reports() {
    return engine.reports();
  }

  @Override
  public List<TableState> states() {
    return engine.storedTables().stream().map(this::state).toList();
  }

  private TableState state(StoredTable table) {
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
        batches.stream().filter(BatchState::isHeld).map(state -> state.batch().id()).toList());
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
  public TableOutcome accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener) {
    return engine.accept(graph, batchId, who, why, listener);
  }

  @Override
  public String drop(String batchId, String who, String why) {
    return engine.drop(batchId, who, why);
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
