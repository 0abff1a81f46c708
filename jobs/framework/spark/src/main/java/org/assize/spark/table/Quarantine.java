package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.core.Counts;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Marks;
import org.assize.spark.ledger.Batch;
import org.assize.spark.typing.Fault;

/**
 * The refused rows of one batch: where each stands and which rules refused it. The payload stays in
 * raw. Committed after the data, under the data's ordinal, so that it is there once whoever writes
 * it.
 */
final class Quarantine {

  private final RunContext context;
  private final StoredTable table;

  Quarantine(RunContext context, DataContract contract) {
    this.context = context;
    this.table = context.table(contract.name().quarantine());
  }

  /** A candidate, written and not committed. */
  record Candidate(TableWriter writer, List<AddFile> added, List<AddFile> removed) {}

  /**
   * Writes the refused rows.
   *
   * @param refused how many there are, counted independently
   * @return empty when the batch's quarantine is there already, or there is nothing to write
   */
  Optional<Candidate> write(
      Dataset<Row> marked, Marks marks, Batch batch, long ordinal, long refused) {
    boolean clears = batch.inputs().whole() && table.latestVersion() >= 0;
    if (refused == 0 && !clears) {
      return Optional.empty();
    }
    var writer = TableWriter.open(table, Shapes.quarantine());
    if (writer.lastOrdinal() >= ordinal) {
      return Optional.empty();
    }
    List<AddFile> removed = batch.inputs().whole() ? writer.allFiles() : List.of();
    List<AddFile> added = writer.write(rows(marked, marks, batch));
    Conservation.require(table.name(), "refused rows", refused, StoredTable.rows(added));
    return Optional.of(new Candidate(writer, added, removed));
  }

  /** Makes a candidate visible; another run may have been first, which is as good. */
  void commit(Candidate candidate, Batch batch, long ordinal, long refused) {
    var note =
        new CommitNote(
            batch.id(),
            context.runId(),
            ordinal,
            batch.contract(),
            batch.rules(),
            null,
            List.of(),
            Map.of(Counts.QUARANTINED, refused));
    candidate.writer().commit(candidate.added(), candidate.removed(), note);
  }

  private Dataset<Row> rows(Dataset<Row> marked, Marks marks, Batch batch) {
    return marked
        .where(marks.isRefused())
        .select(
            col("_file"),
            col("_file_hash"),
            col("_locator"),
            col("_position"),
            marks.reasons().as("rules"),
            faultWord().as("fault"),
            lit(batch.id()).as("batch_id"),
            lit(context.runId()).as("run_id"),
            lit(batch.contract()).as("contract_version"),
            lit(batch.rules()).as("rule_set"),
            lit(java.sql.Timestamp.from(batch.at())).as("quarantined_at"));
  }

  /** The word of a record's fault; null where it could be parsed. */
  private static Column faultWord() {
    Column word = lit(null).cast("string");
    for (Fault fault : Fault.values()) {
      word = when(col("_fault").equalTo(fault.code()), lit(fault.word())).otherwise(word);
    }
    return word;
  }
}
