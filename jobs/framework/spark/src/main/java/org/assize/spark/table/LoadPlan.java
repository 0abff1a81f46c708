package org.assize.spark.table;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;
import org.jspecify.annotations.Nullable;

/** Which accepted rows of a batch enter a source-fed table, and which files they replace. */
interface LoadPlan extends AutoCloseable {

  /** The accepted rows that enter. */
  Dataset<Row> chosen(Dataset<Row> accepted);

  /** Files that the commit takes out. */
  List<AddFile> removed();

  /** Rows of the files taken out that stay, written again. */
  List<AddFile> survivors(TableWriter writer, StoredTable table);

  /** The table as it would be with further files: what stays, and theirs. */
  Dataset<Row> after(TableWriter writer, StoredTable table, List<AddFile> added);

  /** Accepted rows equal to another one. */
  long repeats();

  /** Accepted rows older than what stays. */
  long stale();

  /** Rows of the table that newer ones replace. */
  long superseding();

  /** Whether the batch would leave a table without rows that had some. */
  boolean empties(long chosen);

  /** Spans whose rows change; null when that is the whole table, or time does not cut it. */
  @Nullable List<long[]> touched(Set<Long> chosenBuckets);

  @Override
  void close();

  /** The plan of a contract's load mode. */
  static LoadPlan of(
      DataContract contract,
      Batch batch,
      TableWriter writer,
      StoredTable table,
      Dataset<Row> accepted) {
    return switch (contract.load().mode()) {
      case APPEND -> new AppendPlan(contract, batch, writer);
      case MERGE -> MergePlan.of(contract, batch, writer, table, accepted);
      case REPLACE -> ReplacePlan.of(contract, batch, writer, table, accepted);
      case REPLACE_INTERVAL ->
          throw new IllegalStateException("check refuses replaceInterval of a source-fed table");
    };
  }
}
