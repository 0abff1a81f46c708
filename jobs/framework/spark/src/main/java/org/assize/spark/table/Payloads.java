package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;
import org.assize.spark.typing.TypedFrame;

/** Shows quarantined rows as they were delivered, out of raw, classified columns masked. */
public final class Payloads {

  private final RunContext context;

  /** Payloads out of one warehouse. */
  public Payloads(RunContext context) {
    this.context = context;
  }

  /**
   * The payload of one row.
   *
   * @param id the row's id, whole
   * @param why reason for showing classified columns and the record itself, kept in the ledger with
   *     who asked; empty to mask them
   * @throws PlatformException USAGE where no row has the id
   */
  public Payload of(DataContract contract, String id, String who, Optional<String> why) {
    StoredTable quarantine = context.table(contract.name().quarantine());
    long version = quarantine.latestVersion();
    Dataset<Row> row =
        version < 0
            ? context.spark().emptyDataFrame()
            : quarantine.frame(version).where(col("row_id").equalTo(id));
    if (version < 0 || row.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "No quarantined row of " + contract.name() + " has the id `" + id + "`.",
          "",
          "`assize quarantine list " + contract.name().selector() + "` lists the ids.");
    }
    why.ifPresent(reason -> note(contract, id, who, reason));
    Row identity = row.select("_file_hash", "_locator", "_position").head();
    for (SourceUse use : contract.sources()) {
      StoredTable raw = context.inputs().of(use.source().rawTable()).stored();
      Dataset<Row> record =
          raw.frame(raw.latestVersion())
              .where(col("_file_hash").equalTo(identity.getString(0)))
              .where(col("_locator").equalTo(identity.getLong(1)));
      if (!record.isEmpty()) {
        return payload(contract, use, record, identity.getInt(2), why.isPresent());
      }
    }
    throw PlatformException.of(
        ErrorCode.INPUT_MISSING,
        "The raw record of the row is gone.",
        "The raw table was dropped, or its retention ended.",
        "");
  }

  private static Payload payload(
      DataContract contract, SourceUse use, Dataset<Row> record, int position, boolean isRevealed) {
    Row typed =
        TypedFrame.of(record, contract, use).where(col("_position").equalTo(position)).head();
    List<Payload.Field> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      boolean isMasked = !isRevealed && column.isClassified();
      Object value = typed.getAs(column.name());
      Optional<String> text =
          isMasked || value == null ? Optional.empty() : Optional.of(value.toString());
      fields.add(new Payload.Field(column.name(), text, isMasked));
    }
    Optional<String> whole =
        isRevealed
            ? Optional.ofNullable(record.select("_record").head().getString(0))
            : Optional.empty();
    return new Payload(fields, whole);
  }

  private void note(DataContract contract, String id, String who, String why) {
    context
        .ledger()
        .note(
            List.of(
                LedgerEvent.of(
                    Kind.REVEALED,
                    contract.name().toString(),
                    "",
                    context.runId(),
                    context.clock().instant(),
                    Json.write(Map.of("who", who, "why", why, "row", id)))));
    context.ledger().flush();
  }
}
