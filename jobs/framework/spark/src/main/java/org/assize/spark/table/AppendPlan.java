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

/** Every accepted row enters; a restatement replaces everything. */
record AppendPlan(DataContract contract, Batch batch, TableWriter writer) implements LoadPlan {

  @Override
  public Dataset<Row> chosen(Dataset<Row> accepted) {
    return accepted;
  }

  @Override
  public List<AddFile> removed() {
    return batch.inputs().whole() ? writer.allFiles() : List.of();
  }

  @Override
  public List<AddFile> survivors(TableWriter into, StoredTable table) {
    return List.of();
  }

  @Override
  public Dataset<Row> after(TableWriter into, StoredTable table, List<AddFile> added) {
    return table.frame(into.snapshot(), KeptFiles.with(into.allFiles(), removed(), added));
  }

  @Override
  public long repeats() {
    return 0;
  }

  @Override
  public long stale() {
    return 0;
  }

  @Override
  public long superseding() {
    return 0;
  }

  @Override
  public boolean empties(long chosen) {
    return chosen == 0 && !removed().isEmpty();
  }

  @Override
  public @Nullable List<long[]> touched(Set<Long> chosenBuckets) {
    boolean isCut = contract.load().interval().isPresent() && !batch.inputs().whole();
    return isCut ? Spans.millis(Buckets.of(contract).spans(chosenBuckets)) : null;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
