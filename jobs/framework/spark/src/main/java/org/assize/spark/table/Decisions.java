package org.assize.spark.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;

/** What people decide about held batches: recorded first, carried out then. */
public final class Decisions {

  private final RunContext context;
  private final TableRuns tables;

  /** Decisions carried out by a runner's own table runs. */
  public Decisions(RunContext context, TableRuns tables) {
    this.context = context;
    this.tables = tables;
  }

  /** Runs a held batch again with the gate overridden. */
  public TableOutcome accept(TableGraph graph, String batchId, String who, String why) {
    BatchState held = held(batchId);
    Definition definition =
        graph.definitions().stream()
            .filter(candidate -> candidate.table().toString().equals(held.batch().table()))
            .findFirst()
            .orElseThrow(() -> gone(held));
    record(held, Kind.ACCEPTED, who, why);
    TableRun run = tables.tableRun(context, new TableTask(definition, Optional.empty(), false));
    BatchState accepted = context.ledger().batch(held.batch().id()).orElseThrow();
    try {
      return new BatchExecution(context, run)
          .finish(accepted)
          .orElseGet(
              () ->
                  TableOutcome.of(
                      definition.table(),
                      TableOutcome.Status.UP_TO_DATE,
                      "its inputs changed; run the table again"));
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return TableRuns.failed(definition.table(), e);
    } finally {
      context.ledger().flush();
    }
  }

  /** Gives a held batch up. */
  public String drop(String batchId, String who, String why) {
    BatchState held = held(batchId);
    record(held, Kind.DROPPED, who, why);
    return held.batch().inputs().spans().isEmpty()
        ? "Its inputs count as consumed: they enter the table only by --restate."
        : "Its intervals stay as they are until an input changes again, or --from and --to name them.";
  }

  private BatchState held(String batchId) {
    BatchState state =
        context
            .ledger()
            .batch(batchId)
            .orElseThrow(
                () ->
                    PlatformException.of(
                        ErrorCode.USAGE,
                        "No batch, or more than one, has an id that begins with `" + batchId + "`.",
                        "",
                        "`assize status` lists held batches with their ids."));
    if (!state.isHeld()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "Batch " + state.batch().id() + " is not held.",
          "The last thing that happened to it: " + state.last() + ".",
          "`assize status` lists held batches.");
    }
    return state;
  }

  private static PlatformException gone(BatchState held) {
    return PlatformException.of(
        ErrorCode.UNKNOWN_TABLE,
        "The table " + held.batch().table() + " has no contract in this workspace.",
        "",
        "Restore its contract, or drop the batch.");
  }

  private void record(BatchState held, Kind kind, String who, String why) {
    context
        .ledger()
        .note(
            List.of(
                LedgerEvent.of(
                    kind,
                    held.batch().table(),
                    held.batch().id(),
                    context.runId(),
                    context.clock().instant(),
                    Json.write(Map.of("who", who, "why", why)))));
    context.ledger().flush();
  }
}
