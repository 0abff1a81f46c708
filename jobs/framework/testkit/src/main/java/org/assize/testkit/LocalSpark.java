package org.assize.testkit;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.apache.spark.SparkConf;

/** Small and quick: two threads, no UI, no checksum files, one snapshot partition. */
final class LocalSpark extends JavaDatasetSuiteBase implements AutoCloseable {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
          Map.entry(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
          Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
          Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"),
          Map.entry("spark.driver.bindAddress", "127.0.0.1"),
          Map.entry("spark.driver.host", "127.0.0.1"),
          Map.entry("spark.sql.adaptive.coalescePartitions.enabled", "false"),
          Map.entry("spark.sql.ansi.enabled", "false"),
          Map.entry("spark.sql.caseSensitive", "false"),
          Map.entry("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
          Map.entry("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
          Map.entry("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"),
          Map.entry("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED"),
          Map.entry("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.timestampType", "TIMESTAMP_LTZ"),
          Map.entry("spark.sql.variable.substitute", "false"),
          Map.entry("spark.sql.shuffle.partitions", "2"),
          Map.entry("spark.ui.enabled", "false"));

  private LocalSpark() {}

  static LocalSpark started() {
    var spark = new LocalSpark();
    spark.runBefore();
    return spark;
  }

  @Override
  public SparkConf conf() {
    SparkConf conf = super.conf().setMaster("local[2]").setAppName("assize-tests");
    SETTINGS.forEach(conf::set);
    return conf.set("spark.sql.warehouse.dir", warehouse());
  }

  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  @Override
  public void close() {
    runAfterClass();
  }

  private static String warehouse() {
    try {
      return Files.createTempDirectory("assize-tests").toUri().toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
