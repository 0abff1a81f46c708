package org.assize.spark.transform;

import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.core.DataInterval;
import org.assize.spark.sql.BoundQuery;

/** A query with {@code :interval_start} and {@code :interval_end}. */
public final class QueryComputation implements Computation {

  private final SparkSession spark;
  private final DataContract contract;
  private final String sql;

  /** A query that yields a contract's columns. */
  public QueryComputation(SparkSession spark, DataContract contract, String sql) {
    this.spark = spark;
    this.contract = contract;
    this.sql = sql;
  }

  @Override
  public Dataset<Row> apply(Map<String, Dataset<Row>> frames, DataInterval span) {
    Map<String, Instant> parameters =
        Map.of("interval_start", span.start(), "interval_end", span.end());
    return ContractColumns.of(BoundQuery.run(spark, sql, frames, parameters), contract);
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of(sql);
  }
}
