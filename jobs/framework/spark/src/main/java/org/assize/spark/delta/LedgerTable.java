package org.assize.spark.delta;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.types.StructType;
import org.assize.core.Workspace;

/**
 * A table of the database {@code ops}: appended to blindly, so that writers never stop each other.
 */
public final class LedgerTable {

  private final SparkSession spark;
  private final Path path;
  private final StructType schema;
  private final TableLog log;

  private LedgerTable(SparkSession spark, Path path, StructType schema) {
    this.spark = spark;
    this.path = path;
    this.schema = schema;
    this.log = new TableLog(path, spark.sparkContext().hadoopConfiguration());
  }

  /** A table of the ledger in a workspace's warehouse. */
  public static LedgerTable of(
      SparkSession spark, Workspace workspace, String name, StructType schema) {
    return new LedgerTable(
        spark, new Path(Workspace.below(workspace.warehouse(), "ops/" + name)), schema);
  }

  /** The newest version, -1 before the first row. Starts no Spark job. */
  public long latestVersion() {
    return log.latestVersion();
  }

  /** All rows at a version. */
  public Dataset<Row> frame(long version) {
    return version < 0
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().format("delta").option("versionAsOf", version).load(path.toString());
  }

  /** Adds rows and answers the version. */
  public long append(Dataset<Row> rows) {
    try {
      rows.coalesce(1).write().format("delta").mode("append").save(path.toString());
    } catch (DeltaConcurrentModificationException e) {
      // Two first writers both try to make the table; appends alone never conflict.
      return append(rows);
    }
    return log.latestVersion();
  }
}
