package org.assize.spark.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.core.Workspace;
import org.assize.spark.delta.LedgerTable;

/**
 * The events of all batches and runs, in the Delta table {@code ops/event} below the warehouse.
 * Appends only. Thread-safe.
 */
public final class Ledger {

  /** What a query calls the table of events. */
  public static final String TABLE = "ops.event";

  private static final StructType SCHEMA =
      new StructType()
          .add("sequence", DataTypes.LongType, false)
          .add("event_id", DataTypes.StringType, false)
          .add("kind", DataTypes.StringType, false)
          .add("table_name", DataTypes.StringType, false)
          .add("batch_id", DataTypes.StringType, false)
          .add("run_id", DataTypes.StringType, false)
          .add("at", DataTypes.TimestampType, false)
          .add("detail", DataTypes.StringType, false);

  private final SparkSession spark;
  private final Measurements measurements;
  private final LedgerTable table;
  private final boolean isKept;
  private final Map<String, Map<String, BatchState>> batches = new LinkedHashMap<>();
  private final Map<String, RolledBack> rolledBack = new LinkedHashMap<>();
  private final Map<String, Integer> knownAtRollback = new LinkedHashMap<>();
  private final List<LedgerEvent> unwritten = new ArrayList<>();
  private final List<LedgerEvent> runs = new ArrayList<>();
  private final List<LedgerEvent> schedule = new ArrayList<>();
  private final List<LedgerEvent> plans = new ArrayList<>();
  private final List<LedgerEvent> notices = new ArrayList<>();
  private long readVersion = -1;
  // Orders events whatever the injected clock says, within a run and, near enough, between runs.
  private long sequence = System.currentTimeMillis() * 1000;

  private Ledger(SparkSession spark, Workspace workspace, boolean isKept) {
    this.spark = spark;
    this.measurements = Measurements.of(spark, workspace);
    this.table = LedgerTable.of(spark, workspace, "event", SCHEMA);
    this.isKept = isKept;
  }

  /** The ledger of a workspace's warehouse, as of now. */
  public static Ledger open(SparkSession spark, Workspace workspace) {
    var ledger = new Ledger(spark, workspace, true);
    ledger.refresh();
    return ledger;
  }

  /** The ledger of a warehouse that lives no longer than this process: it is never written. */
  public static Ledger ofCase(SparkSession spark, Workspace workspace) {
    return new Ledger(spark, workspace, false);
  }

  /** Reads what other runs wrote since. */
  public synchronized void refresh() {
    long latest = table.latestVersion();
    if (latest == readVersion) {
      return;
    }
    batches.clear();
    rolledBack.clear();
    knownAtRollback.clear();
    runs.clear();
    schedule.clear();
    plans.clear();
    notices.clear();
    for (Row row : rows(latest)) {
      apply(
          new LedgerEvent(
              row.getString(1),
              LedgerEvent.Kind.valueOf(row.getString(2)),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getTimestamp(6).toInstant(),
              row.getString(7)));
    }
    unwritten.forEach(this::apply);
    readVersion = latest;
  }

  /** Measurements of rules, never overwritten. */
  public Measurements measurements() {
    return measurements;
  }

  /** Every event that was written so far, by any run. */
  public Dataset<Row> frame() {
    return table.frame(table.latestVersion());
  }

  private List<Row> rows(long version) {
    List<Row> rows = new ArrayList<>(table.frame(version).collectAsList());
    rows.sort(java.util.Comparator.comparingLong(row -> row.getLong(0)));
    return rows;
  }

  /** Keeps events for the next {@link #flush}: losing them costs only a look into a table's log. */
  public synchronized void note(Collection<LedgerEvent> events) {
    unwritten.addAll(events);
    events.forEach(this::apply);
  }

  /**
   * Writes everything noted but how batches ended: that is found again in the tables' logs, and one
   * commit at the end of a run is cheaper than one after each wave.
   */
  public synchronized void flushIntents() {
    List<LedgerEvent> ends = unwritten.stream().filter(LedgerEvent::isEnd).toList();
    List<LedgerEvent> others = unwritten.stream().filter(event -> !event.isEnd()).toList();
    write(others);
    unwritten.clear();
    unwritten.addAll(ends);
  }

  /** Writes everything noted: measurements first, so that no batch has ended without its own. */
  public synchronized void flush() {
    if (isKept) {
      measurements.flush();
    }
    write(unwritten);
    unwritten.clear();
  }

  private void write(List<LedgerEvent> events) {
    if (events.isEmpty() || !isKept) {
      return;
    }
    List<Row> rows = new ArrayList<>();
    for (LedgerEvent event : events) {
      rows.add(
          RowFactory.create(
              sequence++,
              event.id(),
              event.kind().name(),
              event.table(),
              event.batchId(),
              event.runId(),
              java.sql.Timestamp.from(event.at()),
              event.detail()));
    }
    long version = table.append(spark.createDataFrame(rows, SCHEMA));
    if (version == readVersion + 1) {
      readVersion = version;
    }
  }

  /** The batches of a table, oldest first. */
  public synchronized List<BatchState> batches(String tableName) {
    return List.copyOf(batches.getOrDefault(tableName, Map.of()).values());
  }

  /** The batch whose id begins so, in any table; empty when none or several do. */
  public synchronized Optional<BatchState> batch(String idPrefix) {
    List<BatchState> matches =
        batches.values().stream()
            .flatMap(byId -> byId.values().stream())
            .filter(state -> state.batch().id().startsWith(idPrefix))
            .toList();
    return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
  }

  /** Every batch that waits for a decision. */
  public synchronized List<BatchState> held() {
    return batches.values().stream()
        .flatMap(byId -> byId.values().stream())
        .filter(BatchState::isHeld)
        .toList();
  }

  /** Tables that were rolled back and not released, by name. */
  public synchronized Map<String, RolledBack> rolledBack() {
    return Map.copyOf(rolledBack);
  }

  /** Whether a table was ever rolled back. */
  public synchronized boolean wasRolledBack(String tableName) {
    return knownAtRollback.containsKey(tableName);
  }

  /** Whether a table was rolled back and no batch has read its inputs since. */
  public synchronized boolean isUndone(String tableName) {
    List<BatchState> all = batches(tableName);
    return wasRolledBack(tableName)
        && all.subList(knownAtRollback.getOrDefault(tableName, 0), all.size()).stream()
            .noneMatch(s -> s.hasTakenInputs() && s.batch().inputs().replayed() == null);
  }

  /** Run events, oldest first. */
  public synchronized List<LedgerEvent> runs() {
    return List.copyOf(runs);
  }

  /** Events of schedulers, oldest first. */
  public synchronized List<LedgerEvent> schedule() {
    return List.copyOf(schedule);
  }

  /** Events of saved plans, oldest first. */
  public synchronized List<LedgerEvent> plans() {
    return List.copyOf(plans);
  }

  /** Events of people being told, oldest first. */
  public synchronized List<LedgerEvent> notices() {
    return List.copyOf(notices);
  }

  private void apply(LedgerEvent event) {
    switch (event.kind()) {
      case RUN -> runs.add(event);
      case SCHEDULED, PAUSED -> schedule.add(event);
      case PLANNED, APPROVED, STEP_DONE -> plans.add(event);
      case ROLLED_BACK -> rollBack(event);
      case RELEASED -> rolledBack.remove(event.table());
      case TOLD -> notices.add(event);
      default -> applyToBatch(event);
    }
  }

  private void rollBack(LedgerEvent event) {
    RolledBack rolled = Json.read(event.detail(), RolledBack.class);
    Map<String, BatchState> ofTable =
        batches.computeIfAbsent(event.table(), key -> new LinkedHashMap<>());
    rolled.batches().forEach(id -> ofTable.computeIfPresent(id, (key, s) -> s.after(event)));
    rolledBack.put(event.table(), rolled);
    knownAtRollback.put(event.table(), ofTable.size());
  }

  private void applyToBatch(LedgerEvent event) {
    Map<String, BatchState> ofTable =
        batches.computeIfAbsent(event.table(), key -> new LinkedHashMap<>());
    BatchState known = ofTable.get(event.batchId());
    if (event.kind() == LedgerEvent.Kind.INTENT) {
      if (known == null || known.last() == LedgerEvent.Kind.ABANDONED) {
        Batch batch = Json.read(event.detail(), Batch.class);
        ofTable.put(event.batchId(), new BatchState(batch, event.kind(), event.runId(), ""));
      }
    } else if (known != null && !known.isSettled()) {
      ofTable.put(event.batchId(), known.after(event));
    }
  }
}
