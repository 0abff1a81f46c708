package org.assize.spark;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Measurement;
import org.assize.core.ReadEnvironment;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.StoredRows;
import org.assize.core.TableDifference;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.incident.NoticeBook;
import org.assize.core.plan.PlanBook;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.ScheduleBook;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.HeartbeatFile;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.Ledger;
import org.assize.spark.ledger.LedgerBook;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerNotices;
import org.assize.spark.ledger.LedgerPlans;
import org.assize.spark.ledger.RolledBack;
import org.assize.spark.session.Sessions;
import org.assize.spark.table.Decisions;
import org.assize.spark.table.Foresight;
import org.assize.spark.table.LedgerRebuild;
import org.assize.spark.table.Payload;
import org.assize.spark.table.Payloads;
import org.assize.spark.table.ReadTables;
import org.assize.spark.table.Replays;
import org.assize.spark.table.Rollbacks;
import org.assize.spark.table.RunContext;
import org.assize.spark.table.TableRuns;
import org.assize.spark.transform.DomainClasses;

/**
 * The engine of one process over one workspace. What it noted about its work becomes durable with
 * {@link #close}, at the latest.
 */
public final class Engine implements TableRunner, AutoCloseable {

  private final SparkSession spark;
  private final Workspace workspace;
  private final Clock clock;
  private final String runId;
  private final Ledger ledger;
  private final TableRuns tables;

  private Engine(
      SparkSession spark, Workspace workspace, Clock clock, ClassLoader classes, Ledger ledger) {
    this.spark = spark;
    this.workspace = workspace;
    this.clock = clock;
    this.runId = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    this.ledger = ledger;
    this.tables = new TableRuns(this::context, classes);
  }

  /** Starts, or joins, the process's Spark session and reads the ledger. */
  public static Engine open(Workspace workspace, Clock clock) {
    ClassLoader classes = DomainClasses.of(workspace);
    SparkSession spark = Sessions.open(classes);
    return new Engine(spark, workspace, clock, classes, Ledger.open(spark, workspace));
  }

  /** An engine over a warehouse of a case, whose ledger is known already. */
  public static Engine ofCase(
      SparkSession spark, Workspace workspace, Clock clock, ClassLoader classes, Ledger ledger) {
    return new Engine(spark, workspace, clock, classes, ledger);
  }

  private RunContext context(RunListener listener) {
    return new RunContext(spark, workspace, ledger, clock, runId, listener);
  }

  /** Id of this process's run. */
  public String runId() {
    return runId;
  }

  /** Tables of a domain that another workspace owns fail, whoever let them come this far. */
  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    return new OwnTables(tables, workspace).run(ready, listener);
  }

  /** Ends the Spark jobs that this run has under way; the tables that they are for fail. */
  public void cancel() {
    TableRuns.cancel(spark, runId);
  }

  /** Where the scheduler of the warehouse shows that it lives. */
  public Heartbeat heartbeat() {
    return new HeartbeatFile(workspace, spark.sparkContext().hadoopConfiguration());
  }

  /** What {@link #run} would do, tables with inputs first; writes nothing. */
  public List<Foreseen> foresee(List<TableTask> tasks, RunListener listener) {
    return new Foresight(context(listener), tables).of(tasks);
  }

  /** Keeps a run's report in the ledger. */
  public void record(RunReport report) {
    ledger.note(
        List.of(
            LedgerEvent.of(
                LedgerEvent.Kind.RUN,
                "",
                "",
                report.runId(),
                clock.instant(),
                Json.write(report))));
    ledger.flush();
  }

  /** What schedulers of the workspace write down. */
  public ScheduleBook book() {
    return new LedgerBook(ledger, clock);
  }

  /** Plans that somebody saved. */
  public PlanBook plans() {
    return new LedgerPlans(ledger, clock);
  }

  /** Who was told of which incident. */
  public NoticeBook notices() {
    return new LedgerNotices(ledger);
  }

  /** The newest version of each table that was built. */
  public Map<DatasetName, Long> versions(Collection<DatasetName> tables) {
    Map<DatasetName, Long> versions = new LinkedHashMap<>();
    for (DatasetName table : tables) {
      long version = StoredTable.of(spark, workspace, table).latestVersion();
      // The first version only makes the table.
      if (version > 0) {
        versions.put(table, version);
      }
    }
    return versions;
  }

  /** Reports of runs, newest first. */
  public List<RunReport> reports() {
    List<LedgerEvent> runs = new java.util.ArrayList<>(ledger.runs());
    java.util.Collections.reverse(runs);
    return runs.stream().map(run -> Json.read(run.detail(), RunReport.class)).toList();
  }

  /**
   * Runs a query over the workspace's tables, quarantine, raw and the ledger included.
   *
   * @throws PlatformException SQL_INVALID or UNKNOWN_TABLE; INPUT_MISSING for a table never built
   */
  public Dataset<Row> query(String sql) {
    return new WarehouseQuery(spark, workspace, ledger).run(sql);
  }

  /** Every table that the workspace's contracts and sources speak of, built or not. */
  public List<StoredTable> storedTables() {
    return new WarehouseQuery(spark, workspace, ledger).tables();
  }

  /** The ledger's batches of a table, oldest first. */
  public List<BatchState> batches(DatasetName table) {
    return ledger.batches(table.toString());
  }

  /** How every rule of a table fared on every batch, oldest first. */
  public List<Measurement> measurements(DatasetName table) {
    return ledger.measurements().of(table.toString());
  }

  /** The same of several tables, by table, read once for all of them. */
  public Map<DatasetName, List<Measurement>> measurements(Collection<DatasetName> tables) {
    Map<String, List<Measurement>> all =
        ledger.measurements().of(tables.stream().map(DatasetName::toString).toList());
    return tables.stream()
        .collect(Collectors.toMap(t -> t, t -> all.getOrDefault(t.toString(), List.of())));
  }

  /** How many rows each table has, and how many wait in its quarantine. */
  public Map<DatasetName, StoredRows> rows(Collection<DatasetName> tables, RunListener listener) {
    return new RowCounts(spark, workspace).of(tables, listener);
  }

  /** How a table of this warehouse differs from that of another. */
  public TableDifference difference(DataContract table, Workspace other) {
    return new TableComparison(spark, table).of(workspace, other);
  }

  /** The environment that a table is read from; empty where it is this one. */
  public Optional<String> readIn(DatasetName table) {
    return new ReadTables(spark, workspace).of(table).from().map(ReadEnvironment::name);
  }

  /** What was rolled back and not released: by table, the version that it stands at. */
  public Map<String, RolledBack> rolledBack() {
    return ledger.rolledBack();
  }

  /** Makes a table what it was at a version, as {@link Rollbacks#rollBack} says. */
  public TableOutcome rollBack(
      Definition table, long version, String who, String why, RunListener listener) {
    TableOutcome outcome = new Rollbacks(context(listener)).rollBack(table, version, who, why);
    ledger.flush();
    return outcome;
  }

  /** Lets a table that was rolled back be run again. */
  public void release(DatasetName table, String who, String why) {
    new Rollbacks(context(RunListener.SILENT)).release(table, who, why);
  }

  /** Batches that wait for a decision. */
  public List<BatchState> held() {
    return ledger.held();
  }

  /**
   * Commits a held batch, and those of its group held with it, all the same: the same batches
   * again, with the gate overridden.
   */
  public List<TableOutcome> accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener) {
    return new Decisions(context(listener), tables).accept(graph, batchId, who, why);
  }

  /** Gives a held batch up; answers what becomes of its inputs. */
  public String drop(String batchId, String who, String why) {
    return new Decisions(context(RunListener.SILENT), tables).drop(batchId, who, why);
  }

  /** Takes quarantined rows once more, as {@link Replays#replay} says. */
  public TableOutcome replay(
      Definition.SourceFed table,
      String rule,
      List<String> rows,
      boolean isDry,
      RunListener listener) {
    TableOutcome outcome = new Replays(context(listener)).replay(table, rule, rows, isDry);
    ledger.flush();
    return outcome;
  }

  /** What was delivered for a quarantined row, as {@link Payloads#of} says. */
  public Payload payload(DataContract table, String row, String who, Optional<String> why) {
    return new Payloads(context(RunListener.SILENT)).of(table, row, who, why);
  }

  /** Gives quarantined rows up; answers how many. */
  public long discard(DataContract table, String rule, List<String> rows, String who, String why) {
    return new Replays(context(RunListener.SILENT)).discard(table, rule, rows, who, why);
  }

  /** Restores what the ledger must know from the tables' own logs; answers the batches restored. */
  public int rebuildLedger(TableGraph graph) {
    return new LedgerRebuild(context(RunListener.SILENT)).rebuild(graph);
  }

  /** Makes everything noted durable. The session goes on: the process may open another engine. */
  @Override
  public void close() {
    ledger.flush();
  }
}
