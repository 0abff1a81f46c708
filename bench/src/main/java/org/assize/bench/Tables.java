package org.assize.bench;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** Where each way of doing the work leaves its four tables. */
enum Tables {
  NAIVE("delta", "raw", "rejects", "position", "daily"),
  DUCKDB("parquet", "raw.parquet", "rejects.parquet", "position.parquet", "daily.parquet"),
  ASSIZE(
      "delta",
      "warehouse/raw/tracking/supplier_position",
      "warehouse/quarantine/tracking/position",
      "warehouse/curated/tracking/position",
      "warehouse/published/tracking/daily");

  private final String format;
  private final String raw;
  private final String rejects;
  private final String position;
  private final String daily;

  Tables(String format, String raw, String rejects, String position, String daily) {
    this.format = format;
    this.raw = raw;
    this.rejects = rejects;
    this.position = position;
    this.daily = daily;
  }

  /** Name of the folder, below the benchmark's own. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  Answer answer(SparkSession spark, Path folder) {
    return Answer.of(
        spark.read().format(format).load(folder.resolve(raw).toString()),
        spark.read().format(format).load(folder.resolve(rejects).toString()),
        spark.read().format(format).load(folder.resolve(position).toString()),
        spark.read().format(format).load(folder.resolve(daily).toString()));
  }
}
