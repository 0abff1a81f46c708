package org.assize.spark.table;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;
import org.assize.spark.ledger.Replayed;

/** What becomes of quarantined rows: taken once more under the present contract, or given up. */
public final class Replays {

  private final RunContext context;

  /** Replays of one process. */
  public Replays(RunContext context) {
    this.context = context;
  }

  /**
   * Runs quarantined rows through the table's whole pipeline again. Twice is as good as once.
   *
   * @param rule only rows refused by it; empty for any
   * @param rows only rows with these ids; empty for any
   * @param isDry whether to count only, and change nothing
   */
  public TableOutcome replay(
      Definition.SourceFed definition, String rule, List<String> rows, boolean isDry) {
    DataContract contract = definition.contract();
    refuseWholeDeliveries(contract);
    var run =
        new SourceFedRun(context, new TableTask(definition, Optional.empty(), false), definition);
    var execution = new BatchExecution(context, run);
    long tableVersion = isDry ? run.table().latestVersion() : execution.settled();
    StoredTable refused = context.table(contract.name().quarantine());
    long version = refused.latestVersion();
    var selection = new ReplaySelection(refused, new Replayed(version, rule, rows, false));
    if (version < 0 || selection.rows().isEmpty()) {
      return TableOutcome.of(contract.name(), Status.UP_TO_DATE, "no such row is open");
    }
    Batch batch = run.replayed(selection.replayed(), tableVersion);
    return isDry ? run.tried(batch) : execution.replay(batch);
  }

  private void refuseWholeDeliveries(DataContract contract) {
    if (contract.load().mode() == Load.Mode.REPLACE) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          contract.name() + " is replaced by each delivery; single rows of one cannot be replayed.",
          "",
          "Correct the contract, then run `assize run "
              + contract.name().selector()
              + " --restate`.");
    }
  }

  /** Marks quarantined rows as given up and answers how many; the decision stays in the ledger. */
  public long discard(
      DataContract contract, String rule, List<String> rows, String who, String why) {
    StoredTable table = context.table(contract.name().quarantine());
    if (table.latestVersion() < 0) {
      return 0;
    }
    var writer = TableWriter.open(table, Shapes.quarantine());
    var selection =
        new ReplaySelection(table, new Replayed(writer.startedFrom(), rule, rows, false));
    Dataset<Row> taken = selection.rows();
    long count = taken.count();
    if (count == 0) {
      return 0;
    }
    var now = context.clock().instant();
    var event =
        LedgerEvent.of(
            Kind.DISCARDED,
            contract.name().toString(),
            "",
            context.runId(),
            now,
            Json.write(Map.of("who", who, "why", why, "rule", rule, "ids", rows, "rows", count)));
    context.ledger().note(List.of(event));
    context.ledger().flush();
    Dataset<Row> given =
        taken
            .withColumn("status", lit(Quarantine.DISCARDED))
            .withColumn("decided_by", lit(who))
            .withColumn("decided_at", lit(java.sql.Timestamp.from(now)));
    var quarantine = new Quarantine(context, contract);
    var batch =
        Batch.of(
            table.name().toString(),
            BatchInputs.ofReplay(List.of(), selection.replayed()),
            0,
            writer.startedFrom(),
            contract.version(),
            "",
            "",
            now);
    if (!quarantine.commit(
        quarantine.rewritten(writer, taken, given), batch, writer.lastOrdinal(), count)) {
      throw PlatformException.of(
          ErrorCode.CONFLICT,
          "Another run changed the quarantine of " + contract.name() + " meanwhile.",
          "Nothing was discarded.",
          "Run again.");
    }
    return count;
  }
}
