package org.assize.spark.table;

import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.ReadEnvironment;
import org.assize.core.RunListener;
import org.assize.core.Workspace;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Ledger;

/** What every table run of one process shares. */
public record RunContext(
    SparkSession spark,
    Workspace workspace,
    Ledger ledger,
    Clock clock,
    String runId,
    RunListener listener,
    Looks looks) {

  /** What table runs share that begin together. */
  public RunContext(
      SparkSession spark,
      Workspace workspace,
      Ledger ledger,
      Clock clock,
      String runId,
      RunListener listener) {
    this(spark, workspace, ledger, clock, runId, listener, new Looks());
  }

  StoredTable table(DatasetName name) {
    return StoredTable.of(spark, workspace, name);
  }

  /** Tables as inputs, perhaps of other environments; {@link #table} is what a run may write. */
  ReadTables inputs() {
    return new ReadTables(spark, workspace);
  }

  /** The table whose versions a batch pinned. */
  StoredTable pinned(DatasetName name, UpstreamRange range) {
    return inputs().pinned(name, range);
  }

  /** The same process over an environment that is read: its tables, and what its ledger says. */
  RunContext elsewhere(ReadEnvironment from) {
    Workspace there = workspace.over(from.warehouse(), from.landing());
    return new RunContext(spark, there, Ledger.open(spark, there), clock, runId, listener);
  }
}
