package org.assize.spark.landing;

import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of a plan, of the columns asked for. */
record RawScan(RawPlan plan, StructType columns) implements Scan, Batch, SupportsReportStatistics {

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "landing, " + plan.files().size() + " files";
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    int cores = SparkSession.active().sparkContext().defaultParallelism();
    return plan.partitions(cores).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    Configuration hadoop = SparkSession.active().sessionState().newHadoopConf();
    return new RawReaderFactory(
        new SerializableConfiguration(hadoop),
        RecordEnds.of(plan.format(), plan.delimiter()),
        plan.ingestedMicros(),
        plan.batchId(),
        columns);
  }

  @Override
  public Statistics estimateStatistics() {
    long bytes = plan.files().stream().mapToLong(RawFile::size).sum();
    long records = plan.files().stream().mapToLong(RawFile::records).sum();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(bytes);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.of(records);
      }
    };
  }

  /** Reads only the columns asked for. */
  static final class Builder implements ScanBuilder, SupportsPushDownRequiredColumns {

    private final RawPlan plan;
    private StructType columns = RawFrame.SCHEMA;

    Builder(RawPlan plan) {
      this.plan = plan;
    }

    @Override
    public void pruneColumns(StructType required) {
      columns = required;
    }

    @Override
    public Scan build() {
      return new RawScan(plan, columns);
    }
  }
}
