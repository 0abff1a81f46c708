package org.assize.spark.table;

import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.Workspace;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Ledger;

/** What every table run of one process shares. */
public record RunContext(
    SparkSession spark,
    Workspace workspace,
    Ledger ledger,
    Clock clock,
    String runId,
    RunListener listener) {

  StoredTable table(DatasetName name) {
    return StoredTable.of(spark, workspace, name);
  }
}
