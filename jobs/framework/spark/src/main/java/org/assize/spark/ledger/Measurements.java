package org.assize.spark.ledger;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.assize.core.Workspace;
import org.assize.spark.delta.LedgerTable;
import org.jspecify.annotations.Nullable;

/**
 * How every rule fared on every batch, in the Delta table {@code ops/metric} below the warehouse.
 * Appends only. Thread-safe.
 */
public final class Measurements {

  /** What a query calls the table. */
  public static final String TABLE = "ops.metric";

  private static final StructType SCHEMA =
      new StructType()
          .add("table_name", DataTypes.StringType, false)
          .add("batch_id", DataTypes.StringType, false)
          .add("run_id", DataTypes.StringType, false)
          .add("at", DataTypes.TimestampType, false)
          .add("contract_version", DataTypes.StringType, false)
          .add("rule_set", DataTypes.StringType, false)
          .add("rule", DataTypes.StringType, false)
          .add("dimension", DataTypes.StringType, false)
          .add("measure", DataTypes.StringType, false)
          .add("value", DataTypes.DoubleType)
          .add("measured_rows", DataTypes.LongType, false)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType)
          .add("effect", DataTypes.StringType, false)
          .add("is_exempt", DataTypes.BooleanType, false)
          .add("is_committed", DataTypes.BooleanType, false);

  private final SparkSession spark;
  private final LedgerTable table;
  private final List<Measurement> unwritten = new ArrayList<>();

  private Measurements(SparkSession spark, LedgerTable table) {
    this.spark = spark;
    this.table = table;
  }

  static Measurements of(SparkSession spark, Workspace workspace) {
    return new Measurements(spark, LedgerTable.of(spark, workspace, "metric", SCHEMA));
  }

  /** Keeps measurements for the next flush of the ledger. */
  public synchronized void note(Collection<Measurement> measurements) {
    unwritten.addAll(measurements);
  }

  /** Every measurement of a table, oldest first. */
  public List<Measurement> of(String tableName) {
    return of(List.of(tableName)).getOrDefault(tableName, List.of());
  }

  /** Every measurement of some tables, by table, oldest first; read once for all of them. */
  public synchronized Map<String, List<Measurement>> of(Collection<String> tableNames) {
    // Sorted here: Spark would read everything twice for it.
    List<Measurement> all = new ArrayList<>();
    Dataset<Row> rows = frame().where(col("table_name").isin(tableNames.toArray()));
    rows.collectAsList().forEach(row -> all.add(measurement(row)));
    all.sort(Comparator.comparing(Measurement::at));
    unwritten.stream().filter(one -> tableNames.contains(one.table())).forEach(all::add);
    // Two runs that met at one batch have both measured it.
    Map<List<Object>, Measurement> once = new LinkedHashMap<>();
    all.forEach(one -> once.putIfAbsent(identity(one), one));
    return once.values().stream().collect(Collectors.groupingBy(Measurement::table));
  }

  private static List<Object> identity(Measurement one) {
    return List.of(one.table(), one.batchId(), one.result().rule(), one.isCommitted());
  }

  /** The table as it was written so far. */
  public Dataset<Row> frame() {
    return table.frame(table.latestVersion());
  }

  synchronized void flush() {
    if (!unwritten.isEmpty()) {
      table.append(
          spark.createDataFrame(unwritten.stream().map(Measurements::row).toList(), SCHEMA));
      unwritten.clear();
    }
  }

  private static Row row(Measurement one) {
    RuleResult result = one.result();
    return RowFactory.create(
        one.table(),
        one.batchId(),
        one.runId(),
        java.sql.Timestamp.from(one.at()),
        one.contractVersion(),
        one.ruleSet(),
        result.rule(),
        result.dimension(),
        result.measure(),
        nullable(result.value()),
        result.rows(),
        nullable(result.low()),
        nullable(result.high()),
        result.effect().name().toLowerCase(Locale.ROOT),
        result.isExempt(),
        one.isCommitted());
  }

  private static Measurement measurement(Row row) {
    return new Measurement(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getString(4),
        row.getString(5),
        new RuleResult(
            row.getString(6),
            row.getString(7),
            row.getString(8),
            optional(row, 9),
            row.getLong(10),
            optional(row, 11),
            optional(row, 12),
            RuleResult.Effect.valueOf(row.getString(13).toUpperCase(Locale.ROOT)),
            row.getBoolean(14)),
        row.getBoolean(15));
  }

  private static @Nullable Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static OptionalDouble optional(Row row, int column) {
    return row.isNullAt(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
  }
}
