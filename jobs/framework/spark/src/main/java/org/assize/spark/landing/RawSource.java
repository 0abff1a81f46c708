package org.assize.spark.landing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Spark's way into {@link RawFrame}; found by class name, not meant to be used directly. */
public final class RawSource implements TableProvider {

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return RawFrame.SCHEMA;
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new RawTable();
  }

  private static final class RawTable implements Table, SupportsRead {

    @Override
    public String name() {
      return "landing";
    }

    @Override
    @SuppressWarnings("deprecation") // Spark 3.5 still asks for it
    public StructType schema() {
      return RawFrame.SCHEMA;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new RawScan.Builder(
          RawPlan.fromJson(Objects.requireNonNull(options.get(RawPlan.OPTION))));
    }
  }
}
