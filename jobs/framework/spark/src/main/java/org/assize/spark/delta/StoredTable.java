package org.assize.spark.delta;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.assize.contract.DatasetName;
import org.assize.core.Workspace;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.Seq;

/** One Delta table of the warehouse. Cheap to make; reads nothing until asked. */
public final class StoredTable {

  private final SparkSession spark;
  private final DatasetName name;
  private final Path path;
  private final TableLog files;

  private StoredTable(SparkSession spark, DatasetName name, Path path) {
    this.spark = spark;
    this.name = name;
    this.path = path;
    this.files = new TableLog(path, spark.sparkContext().hadoopConfiguration());
  }

  /** A table of a workspace, whether or not it exists yet. */
  public static StoredTable of(SparkSession spark, Workspace workspace, DatasetName name) {
    return at(spark, workspace.warehouse(), name);
  }

  /** A table of some warehouse, whether or not it exists. */
  public static StoredTable at(SparkSession spark, URI warehouse, DatasetName name) {
    return new StoredTable(spark, name, new Path(Workspace.below(warehouse, name.path())));
  }

  /** The table's name. */
  public DatasetName name() {
    return name;
  }

  /** Where its files live. */
  public Path path() {
    return path;
  }

  /** The newest version, -1 where there is no table. Starts no Spark job. */
  public long latestVersion() {
    return files.latestVersion();
  }

  /** The engine's notes in a range of versions; empty when part of the log is gone. */
  public Optional<NavigableMap<Long, CommitNote>> notes(long after, long upTo) {
    return files.notes(after, upTo);
  }

  /** The commit that holds a batch, looked for after a version. */
  public Optional<NotedCommit> commitOf(String batchId, long after) {
    return notes(after, latestVersion()).stream()
        .flatMap(notes -> notes.entrySet().stream())
        .filter(entry -> entry.getValue().batch().equals(batchId))
        .map(entry -> new NotedCommit(entry.getKey(), entry.getValue()))
        .findFirst();
  }

  /** Delta's own handle. */
  public DeltaLog log() {
    return DeltaLog.forTable(spark, path);
  }

  /** Delta's id of the table, another one after it was dropped and made again. */
  public String tableId() {
    return log().update(false, Option.empty(), Option.empty()).metadata().id();
  }

  /** The table at a version. */
  public Snapshot snapshot(long version) {
    DeltaLog log = log();
    Snapshot latest = log.update(false, Option.empty(), Option.empty());
    return latest.version() == version
        ? latest
        : log.getSnapshotAt(version, Option.empty(), Option.empty());
  }

  /** All rows at a version. */
  public Dataset<Row> frame(long version) {
    Snapshot snapshot = snapshot(version);
    return frame(snapshot, Scala.java(snapshot.filesForScan(Scala.list(List.of()), true).files()));
  }

  /** The rows of some files. */
  public Dataset<Row> frame(Snapshot snapshot, Collection<AddFile> some) {
    return log().createDataFrame(snapshot, Scala.list(List.copyOf(some)), false, Option.empty());
  }

  /**
   * The files added in a range of versions of a table that only ever adds.
   *
   * @param from exclusive, -1 for every file of version {@code to}
   * @return empty when files were removed in between or part of the log is gone: then only the
   *     whole table tells
   */
  public Optional<List<AddFile>> added(long from, long to) {
    if (from < 0) {
      return Optional.of(
          Scala.java(snapshot(to).filesForScan(Scala.list(List.of()), true).files()));
    }
    if (notes(from, to).isEmpty()) {
      return Optional.empty();
    }
    List<AddFile> added = new ArrayList<>();
    Iterator<Tuple2<Object, Seq<Action>>> changes = log().getChanges(from + 1, to, false);
    while (changes.hasNext()) {
      for (Action action : Scala.java(changes.next()._2())) {
        if (action instanceof AddFile file && file.dataChange()) {
          added.add(file);
        } else if (action instanceof RemoveFile removed && removed.dataChange()) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(added);
  }

  /** Rows in files, by the files' own statistics. */
  public static long rows(Collection<AddFile> some) {
    return some.stream().mapToLong(StoredTable::rows).sum();
  }

  private static long rows(AddFile file) {
    Object records = file.numPhysicalRecords().getOrElse(() -> 0L);
    return ((Number) records).longValue();
  }
}
