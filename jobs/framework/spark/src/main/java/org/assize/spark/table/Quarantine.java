package org.assize.spark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
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
import org.assize.spark.ledger.Replayed;
import org.assize.spark.typing.Fault;

/**
 * The refused rows of one batch: where each stands and which rules refused it. The payload stays in
 * raw. Committed after the data, under the data's ordinal, so that it is there once whoever writes
 * it.
 */
final class Quarantine {

  /** Nobody decided yet. */
  static final String OPEN = "open";

  /** Refused only because a parent is not there yet. */
  static final String WAITING = "waiting";

  /** Somebody decided that the row never enters. */
  static final String DISCARDED = "discarded";

  /** A replay brought the row into its table. */
  static final String RELEASED = "released";

  /** Short enough to type, long enough to be the only one. */
  private static final Column ROW_ID =
      expr("substr(sha2(concat_ws(':', _file_hash, _locator, _position), 256), 1, 12)");

  private final RunContext context;
  private final StoredTable table;

  Quarantine(RunContext context, DataContract contract) {
    this.context = context;
    this.table = context.table(contract.name().quarantine());
  }

  /** A candidate, written and not committed. */
  record Candidate(TableWriter writer, List<AddFile> added, List<AddFile> removed) {}

  /** The rows that a replay takes. */
  ReplaySelection selection(Replayed replayed) {
    return new ReplaySelection(table, replayed);
  }

  /**
   * Writes the refused rows.
   *
   * @param refused how many there are, counted independently
   * @return empty when the batch's quarantine is there already, or there is nothing to write
   */
  Optional<Candidate> write(
      Dataset<Row> marked, Marks marks, Batch batch, long ordinal, long refused) {
    Optional<Replayed> replayed = Optional.ofNullable(batch.inputs().replayed());
    boolean clears = batch.inputs().whole() && table.latestVersion() >= 0;
    if (refused == 0 && !clears && replayed.isEmpty()) {
      return Optional.empty();
    }
    var writer = TableWriter.open(table, Shapes.quarantine());
    if (writer.lastOrdinal() >= ordinal) {
      return Optional.empty();
    }
    Dataset<Row> rows = rows(marked, marks, batch);
    if (replayed.isPresent()) {
      return Optional.of(replaced(writer, rows, selection(replayed.get()).rows(), batch));
    }
    List<AddFile> removed = batch.inputs().whole() ? writer.allFiles() : List.of();
    Dataset<Row> decided =
        removed.isEmpty() ? rows : keepingDecisions(rows, table.frame(writer.snapshot(), removed));
    List<AddFile> added = writer.write(decided.select(columns()));
    Conservation.require(table.name(), "refused rows", refused, StoredTable.rows(added));
    return Optional.of(new Candidate(writer, added, removed));
  }

  /** Rows refused again in the place of what a replay took; what entered is marked released. */
  private Candidate replaced(
      TableWriter writer, Dataset<Row> again, Dataset<Row> taken, Batch batch) {
    Dataset<Row> released =
        same(taken, again, "left_anti")
            .withColumn("status", lit(RELEASED))
            .withColumn("decided_by", lit("replay"))
            .withColumn("decided_at", lit(java.sql.Timestamp.from(batch.at())));
    Dataset<Row> seen =
        taken
            .groupBy(col("_file_hash").as("t_hash"), col("_locator").as("t_locator"))
            .agg(min("first_seen_at").as("t_first"));
    Dataset<Row> kept =
        again
            .join(
                seen,
                again
                    .col("_file_hash")
                    .equalTo(seen.col("t_hash"))
                    .and(again.col("_locator").equalTo(seen.col("t_locator"))),
                "left")
            .withColumn("first_seen_at", coalesce(col("t_first"), col("first_seen_at")));
    return rewritten(writer, taken, released.select(columns()).unionByName(kept.select(columns())));
  }

  /** Some rows in the place of others; files that hold none of the others stay. */
  Candidate rewritten(TableWriter writer, Dataset<Row> taken, Dataset<Row> instead) {
    List<AddFile> files = writer.allFiles();
    Dataset<Row> all = table.frame(writer.snapshot(), files);
    Set<String> touched =
        same(all.withColumn("in_file", col("_metadata.file_name")), taken, "left_semi")
            .select("in_file")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    List<AddFile> removed =
        files.stream().filter(file -> touched.contains(new Path(file.path()).getName())).toList();
    Dataset<Row> others = same(table.frame(writer.snapshot(), removed), taken, "left_anti");
    List<AddFile> added =
        writer.write(others.select(columns()).unionByName(instead).coalesce(1).select(columns()));
    return new Candidate(writer, added, removed);
  }

  /** Makes a candidate visible; another run may have been first, which is as good. */
  boolean commit(Candidate candidate, Batch batch, long ordinal, long refused) {
    var note =
        new CommitNote(
            batch.id(),
            context.runId(),
            ordinal,
            batch.contract(),
            batch.rules(),
            null,
            List.of(),
            Map.of(Counts.QUARANTINED, refused),
            null);
    return candidate.writer().commit(candidate.added(), candidate.removed(), note).isPresent();
  }

  private static Dataset<Row> keepingDecisions(Dataset<Row> rows, Dataset<Row> before) {
    Dataset<Row> decided =
        before
            .where(col("status").equalTo(DISCARDED))
            .select(
                col("_file_hash").as("d_hash"),
                col("_locator").as("d_locator"),
                col("_position").as("d_position"),
                col("decided_by").as("d_by"),
                col("decided_at").as("d_at"));
    Column same =
        col("_file_hash")
            .equalTo(col("d_hash"))
            .and(col("_locator").equalTo(col("d_locator")))
            .and(col("_position").equalTo(col("d_position")));
    return rows.join(decided, same, "left")
        .withColumn(
            "status", when(col("d_at").isNotNull(), lit(DISCARDED)).otherwise(col("status")))
        .withColumn("decided_by", col("d_by"))
        .withColumn("decided_at", col("d_at"));
  }

  private static Dataset<Row> same(Dataset<Row> rows, Dataset<Row> others, String join) {
    Dataset<Row> keys =
        others.select(
            col("_file_hash").as("o_hash"),
            col("_locator").as("o_locator"),
            col("_position").as("o_position"));
    return rows.join(
        keys,
        rows.col("_file_hash")
            .equalTo(keys.col("o_hash"))
            .and(rows.col("_locator").equalTo(keys.col("o_locator")))
            .and(rows.col("_position").equalTo(keys.col("o_position"))),
        join);
  }

  private static Column[] columns() {
    return java.util.Arrays.stream(Shapes.quarantine().schema().fieldNames())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  private Dataset<Row> rows(Dataset<Row> marked, Marks marks, Batch batch) {
    Column at = lit(java.sql.Timestamp.from(batch.at()));
    return marked
        .where(marks.isRefused())
        .select(
            ROW_ID.as("row_id"),
            col("_file"),
            col("_file_hash"),
            col("_locator"),
            col("_position"),
            when(marks.isWaiting(), lit(WAITING)).otherwise(lit(OPEN)).as("status"),
            marks.reasons().as("rules"),
            faultWord().as("fault"),
            lit(batch.id()).as("batch_id"),
            lit(context.runId()).as("run_id"),
            lit(batch.contract()).as("contract_version"),
            lit(batch.rules()).as("rule_set"),
            at.as("first_seen_at"),
            at.as("last_seen_at"),
            lit(null).cast("string").as("decided_by"),
            lit(null).cast("timestamp").as("decided_at"));
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
