package org.assize.spark.session;

import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assize.spark.store.LinkLogStore;

/** The Spark session of a process. */
public final class Sessions {

  /** Nobody but this machine is spoken to; executors elsewhere must reach the driver. */
  private static final Map<String, String> LOOPBACK =
      Map.of("spark.driver.bindAddress", "127.0.0.1", "spark.driver.host", "127.0.0.1");

  private Sessions() {}

  /**
   * The running session, or a new one on this machine's cores; settings given by spark-submit stay,
   * but for those that queries mean something by.
   */
  public static SparkSession open() {
    SparkSession.Builder builder = SparkSession.builder().appName("assize");
    String master = System.getProperty("spark.master", "local[*]");
    builder.master(master);
    if (master.startsWith("local")) {
      LOOPBACK.forEach((key, value) -> builder.config(key, System.getProperty(key, value)));
    }
    settings().forEach((key, value) -> builder.config(key, System.getProperty(key, value)));
    SessionSettings.SQL.forEach(builder::config);
    return builder.getOrCreate();
  }

  /**
   * The same; its tasks, on whatever machine, find the classes of domains, if nobody started the
   * session before.
   */
  public static SparkSession open(ClassLoader classes) {
    // Spark's tasks see the classes of whoever started the session.
    Thread.currentThread().setContextClassLoader(classes);
    SparkSession spark = open();
    if (!spark.sparkContext().isLocal() && classes instanceof URLClassLoader domains) {
      Stream.of(domains.getURLs()).forEach(jar -> spark.sparkContext().addJar(jar.toString()));
    }
    return spark;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.delta.logStore.file.impl", LinkLogStore.class.getName());
    // Measured: checksum files cost each small commit more than the replay that they spare.
    settings.put("spark.databricks.delta.writeChecksumFile.enabled", "false");
    settings.put("spark.databricks.delta.snapshotPartitions", "1");
    settings.put("spark.sql.shuffle.partitions", "2");
    // The JVM never compiles a method longer than this: the generated code of a wide table would
    // be interpreted, row by row.
    settings.put("spark.sql.codegen.hugeMethodLimit", "8000");
    settings.put("spark.scheduler.mode", "FAIR");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.sql.parquet.compression.codec", "zstd");
    settings.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return settings;
  }
}
