package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Counts;
import org.assize.core.Workspace;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableShape;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.Ledger;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;
import org.jspecify.annotations.Nullable;

/** Rows put into a table of a warehouse as if runs had left them there: for cases of tables. */
public final class GivenTable {

  private static final String RUN = "given";

  private final SparkSession spark;
  private final Workspace workspace;
  private final Clock clock;
  private final Ledger ledger;
  private final DataContract contract;
  private final StoredTable table;
  private final TableShape shape;

  /** The table of a contract in the warehouse of a workspace. */
  public GivenTable(
      SparkSession spark, Workspace workspace, Clock clock, Ledger ledger, DataContract contract) {
    this.spark = spark;
    this.workspace = workspace;
    this.clock = clock;
    this.ledger = ledger;
    this.contract = contract;
    this.table = StoredTable.of(spark, workspace, contract.name());
    this.shape = contract.isDerived() ? Shapes.derived(contract) : Shapes.sourceFed(contract);
  }

  /**
   * Adds rows in one commit, perhaps none. Columns that the frame lacks are NULL; placeholders are
   * empty texts, which come before all others.
   */
  public void add(Dataset<Row> rows) {
    add(rows, batch(List.of()));
  }

  /**
   * Adds rows that a transform computed: its tables as they stand now count as read.
   *
   * @param read the tables that the transform reads
   */
  public void addComputed(Dataset<Row> rows, Set<DatasetName> read) {
    List<UpstreamRange> ranges = new ArrayList<>();
    for (DatasetName name : read) {
      StoredTable upstream = StoredTable.of(spark, workspace, name);
      ranges.add(
          new UpstreamRange(
              name.toString(), upstream.tableId(), -1, upstream.latestVersion(), null));
    }
    Batch batch = batch(ranges);
    add(rows, batch);
    ledger.note(
        List.of(
            event(Kind.INTENT, batch, Json.write(batch)),
            event(Kind.COMMITTED, batch, Json.write(Map.of()))));
  }

  private Batch batch(List<UpstreamRange> read) {
    return Batch.of(
        contract.name().toString(),
        BatchInputs.ofTables(read, List.of(), true),
        0,
        table.latestVersion(),
        contract.version(),
        "",
        "",
        clock.instant());
  }

  private LedgerEvent event(Kind kind, Batch batch, String detail) {
    return LedgerEvent.of(kind, batch.table(), batch.id(), RUN, batch.at(), detail);
  }

  private void add(Dataset<Row> rows, Batch batch) {
    var writer = TableWriter.open(table, shape);
    Dataset<Row> shaped = rows.coalesce(1).select(columns(rows));
    List<AddFile> files = rows.isEmpty() ? List.of() : writer.write(shaped);
    var note =
        new CommitNote(
            batch.id(),
            RUN,
            writer.lastOrdinal() + 1,
            batch.contract(),
            batch.rules(),
            touched(rows),
            batch.inputs().upstream(),
            Map.of(Counts.COMMITTED, StoredTable.rows(files)),
            null);
    if (writer.commit(files, List.of(), note).isEmpty()) {
      throw new IllegalStateException("nobody else writes " + contract.name());
    }
  }

  private Column[] columns(Dataset<Row> rows) {
    List<String> given = Arrays.asList(rows.columns());
    return Arrays.stream(shape.schema().fields())
        .map(field -> given.contains(field.name()) ? col("`" + field.name() + "`") : absent(field))
        .toArray(Column[]::new);
  }

  private Column absent(StructField field) {
    Column value =
        switch (field.name()) {
          case "_file_hash", "_batch_id" -> lit(RUN);
          case "_locator" -> monotonically_increasing_id();
          case "_position" -> lit(0);
          default -> contract.keptPlaceholders().contains(field.name()) ? lit("") : lit(null);
        };
    return value.cast(field.dataType()).as(field.name());
  }

  private @Nullable List<long[]> touched(Dataset<Row> rows) {
    if (contract.load().interval().isEmpty()) {
      return null;
    }
    String column = contract.load().interval().get().column();
    return Arrays.asList(rows.columns()).contains(column)
        ? Spans.millis(Buckets.of(contract).spans(rows))
        : List.of();
  }
}
