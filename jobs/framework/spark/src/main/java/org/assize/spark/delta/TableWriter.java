package org.assize.spark.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import scala.Option;

/**
 * One transaction on one table: candidate files are written into it, invisible, until {@link
 * #commit}. Two writers of a table always conflict, because each reads and sets the same ordinal.
 */
public final class TableWriter {

  private static final String ORDINAL = "assize";

  private final StoredTable table;
  private final OptimisticTransaction transaction;
  private final long last;

  private TableWriter(StoredTable table, OptimisticTransaction transaction) {
    this.table = table;
    this.transaction = transaction;
    this.last = transaction.txnVersion(ORDINAL);
  }

  /** Opens a transaction on a table, made first where it does not exist. */
  public static TableWriter open(StoredTable table, TableShape shape) {
    if (table.latestVersion() < 0) {
      create(table, shape);
    }
    return new TableWriter(table, table.log().startTransaction(Option.empty(), Option.empty()));
  }

  private static void create(StoredTable table, TableShape shape) {
    DeltaLog log = table.log();
    try {
      OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
      if (transaction.readVersion() >= 0) {
        return;
      }
      var metadata =
          new Metadata(
              UUID.randomUUID().toString(),
              null,
              null,
              new Format("parquet", Scala.map(java.util.Map.of())),
              shape.schema().json(),
              Scala.list(shape.partitionBy()),
              Scala.map(shape.properties()),
              Option.apply(System.currentTimeMillis()));
      transaction.updateMetadataForNewTable(metadata);
      transaction.commit(
          Scala.list(List.of()),
          new DeltaOperations.CreateTable(transaction.metadata(), false, false, Option.empty()));
    } catch (DeltaConcurrentModificationException e) {
      // Another run made the table at the same moment: that is as good.
      log.update(false, Option.empty(), Option.empty());
    }
  }

  /** Ordinal of the last batch that the table holds, -1 for none. */
  public long lastOrdinal() {
    return last;
  }

  /** The version that this transaction started from. */
  public long startedFrom() {
    return transaction.readVersion();
  }

  /** The table as this transaction started from it. */
  public Snapshot snapshot() {
    return transaction.snapshotToScan();
  }

  /** Every file of the table, now read by this transaction. */
  public List<AddFile> allFiles() {
    return Scala.java(transaction.filterFiles(Scala.list(List.of()), true));
  }

  /** Writes rows as files that nobody sees. */
  public List<AddFile> write(Dataset<Row> rows) {
    List<AddFile> added = new ArrayList<>();
    for (FileAction action : Scala.java(transaction.writeFiles(rows))) {
      if (action instanceof AddFile file) {
        added.add(file);
      }
    }
    return added;
  }

  /** Replaces the table's schema in this transaction; visible with its commit. */
  public void changeSchema(TableShape shape) {
    Metadata old = transaction.metadata();
    transaction.updateMetadata(
        new Metadata(
            old.id(),
            old.name(),
            old.description(),
            old.format(),
            shape.schema().json(),
            old.partitionColumns(),
            Scala.map(shape.properties()),
            old.createdTime()),
        false);
  }

  /** The table's schema as this transaction started from it. */
  public org.apache.spark.sql.types.StructType schema() {
    return transaction.metadata().schema();
  }

  /**
   * Makes files visible and others invisible, in one commit.
   *
   * @param note its ordinal is the table's last one plus one, or for a quarantine table that of the
   *     batch of rows it belongs to
   * @return the version committed; empty when another writer was first
   */
  public Optional<Long> commit(List<AddFile> added, List<AddFile> removed, CommitNote note) {
    List<Action> actions = new ArrayList<>(added);
    for (UpstreamRange range : note.upstream()) {
      actions.add(transaction(range.tableId(), range.to()));
    }
    return finish(actions, removed, note);
  }

  /**
   * Makes the table what it was: its files, its columns, and how far it had read others.
   *
   * @param then the table as it was
   * @param back files of that version that are gone since
   * @param out files that came since
   * @return as {@link #commit}
   */
  public Optional<Long> restore(
      Snapshot then, List<AddFile> back, List<AddFile> out, CommitNote note) {
    if (!then.metadata().schemaString().equals(transaction.metadata().schemaString())) {
      transaction.updateMetadata(then.metadata(), false);
    }
    List<Action> actions = new ArrayList<>();
    back.forEach(file -> actions.add(changing(file)));
    for (SetTransaction earlier : Scala.java(then.setTransactions())) {
      if (!earlier.appId().equals(ORDINAL)) {
        actions.add(transaction(earlier.appId(), earlier.version()));
      }
    }
    return finish(actions, out, note);
  }

  /** A file of a snapshot is marked as one that changes nothing. */
  private static AddFile changing(AddFile file) {
    return file.copy(
        file.path(),
        file.partitionValues(),
        file.size(),
        file.modificationTime(),
        true,
        file.stats(),
        file.tags(),
        file.deletionVector(),
        file.baseRowId(),
        file.defaultRowCommitVersion(),
        file.clusteringProvider());
  }

  private static SetTransaction transaction(String id, long version) {
    return new SetTransaction(id, version, Option.apply(System.currentTimeMillis()));
  }

  private Optional<Long> finish(List<Action> others, List<AddFile> removed, CommitNote note) {
    List<Action> actions = new ArrayList<>(others);
    long now = System.currentTimeMillis();
    removed.forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
    actions.add(transaction(ORDINAL, note.ordinal()));
    var operation =
        new DeltaOperations.Write(
            removed.isEmpty() ? SaveMode.Append : SaveMode.Overwrite,
            Option.empty(),
            Option.empty(),
            Option.apply(note.json()));
    try {
      return Optional.of(transaction.commit(Scala.list(actions), operation));
    } catch (DeltaConcurrentModificationException e) {
      return table
          .commitOf(note.batch(), transaction.readVersion())
          .filter(commit -> commit.note().run().equals(note.run()))
          .map(NotedCommit::version);
    }
  }
}
