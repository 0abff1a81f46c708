package org.assize.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;
import org.jspecify.annotations.Nullable;

/** The latest version of each key; only files that hold superseded rows are written again. */
record MergePlan(DataContract contract, Batch batch, List<AddFile> removed, Versions versions)
    implements LoadPlan {

  static MergePlan of(
      DataContract contract,
      Batch batch,
      TableWriter writer,
      StoredTable table,
      Dataset<Row> accepted) {
    List<AddFile> files = writer.allFiles();
    boolean isFresh = files.isEmpty() || batch.inputs().whole();
    Optional<Dataset<Row>> stored =
        isFresh ? Optional.empty() : Optional.of(table.frame(writer.snapshot(), files));
    Versions versions = Versions.of(contract, accepted, stored);
    Set<String> touched = versions.touchedFiles();
    List<AddFile> removed =
        files.stream()
            .filter(
                file -> batch.inputs().whole() || touched.contains(new Path(file.path()).getName()))
            .toList();
    return new MergePlan(contract, batch, removed, versions);
  }

  @Override
  public Dataset<Row> chosen(Dataset<Row> accepted) {
    return versions.withoutLosers(accepted);
  }

  @Override
  public List<AddFile> survivors(TableWriter writer, StoredTable table) {
    if (batch.inputs().whole() || removed.isEmpty()) {
      return List.of();
    }
    Dataset<Row> touched = table.frame(writer.snapshot(), removed);
    List<AddFile> survivors = writer.write(versions.survivors(touched));
    Conservation.require(
        contract.name(),
        "rows of rewritten files",
        StoredTable.rows(removed) - versions.superseded(),
        StoredTable.rows(survivors));
    return survivors;
  }

  @Override
  public Dataset<Row> after(TableWriter writer, StoredTable table, List<AddFile> added) {
    Dataset<Row> untouched =
        table.frame(writer.snapshot(), KeptFiles.with(writer.allFiles(), removed, added));
    return batch.inputs().whole() || removed.isEmpty()
        ? untouched
        : untouched.unionByName(versions.survivors(table.frame(writer.snapshot(), removed)), true);
  }

  @Override
  public long repeats() {
    return versions.repeats();
  }

  @Override
  public long stale() {
    return versions.stale();
  }

  @Override
  public long superseding() {
    return versions.superseded();
  }

  @Override
  public boolean empties(long chosen) {
    return chosen == 0 && batch.inputs().whole() && !removed.isEmpty();
  }

  @Override
  public @Nullable List<long[]> touched(Set<Long> chosenBuckets) {
    if (contract.load().interval().isEmpty() || batch.inputs().whole()) {
      return null;
    }
    Set<Long> all = new HashSet<>(chosenBuckets);
    all.addAll(versions.touchedBuckets());
    return Spans.millis(Buckets.of(contract).spans(all));
  }

  @Override
  public void close() {
    versions.close();
  }
}
