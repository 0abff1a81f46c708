package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** Runs a held batch, and those held together with it, again with the gate overridden. */
  public List<TableOutcome> accept(TableGraph graph, String batchId, String who, String why) {
    List<BatchState> all = together(held(batchId));
    all.forEach(this::requireReleased);
    List<Definition> definitions = all.stream().map(state -> definition(graph, state)).toList();
    record(all, Kind.ACCEPTED, who, why);
    List<TableOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      outcomes.add(accepted(definitions.get(i), all.get(i)));
    }
    context.ledger().flush();
    return outcomes;
  }

  private TableOutcome accepted(Definition definition, BatchState held) {
    try {
      TableRun run = tables.tableRun(context, new TableTask(definition, Optional.empty(), false));
      BatchState accepted = context.ledger().batch(held.batch().id()).orElseThrow();
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
    }
  }

  private static Definition definition(TableGraph graph, BatchState held) {
    return graph.definitions().stream()
        .filter(candidate -> candidate.table().toString().equals(held.batch().table()))
        .findFirst()
        .orElseThrow(() -> gone(held));
  }

  /** Gives a held batch, and those held together with it, up. */
  public String drop(String batchId, String who, String why) {
    BatchState held = held(batchId);
    List<BatchState> all = together(held);
    record(all, Kind.DROPPED, who, why);
    String then =
        held.batch().inputs().spans().isEmpty()
            ? "Its inputs count as consumed: they enter the table only by --restate."
            : "Its intervals stay as they are until an input changes again, or --from and --to name"
                + " them.";
    return all.size() == 1
        ? then
        : "Dropped with it: "
            + all.stream()
                .filter(state -> !state.equals(held))
                .map(state -> state.batch().table())
                .collect(Collectors.joining(", "))
            + ". "
            + then;
  }

  /** The batch itself, or all those of its group that wait for the same decision. */
  private List<BatchState> together(BatchState held) {
    List<String> ids = Json.read(held.detail(), Attempt.Held.class).together();
    return ids.isEmpty()
        ? List.of(held)
        : ids.stream()
            .flatMap(id -> context.ledger().batch(id).stream())
            .filter(BatchState::isHeld)
            .toList();
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

  private void requireReleased(BatchState held) {
    String table = held.batch().table();
    if (context.ledger().rolledBack().containsKey(table)) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          table + " is rolled back: nothing is committed to it until it is released.",
          "",
          "`assize rollback release` comes first.");
    }
  }

  private static PlatformException gone(BatchState held) {
    return PlatformException.of(
        ErrorCode.UNKNOWN_TABLE,
        "The table " + held.batch().table() + " has no contract in this workspace.",
        "",
        "Restore its contract, or drop the batch.");
  }

  private void record(List<BatchState> held, Kind kind, String who, String why) {
    String detail = Json.write(Map.of("who", who, "why", why));
    context
        .ledger()
        .note(
            held.stream()
                .map(
                    state ->
                        LedgerEvent.of(
                            kind,
                            state.batch().table(),
                            state.batch().id(),
                            context.runId(),
                            context.clock().instant(),
                            detail))
                .toList());
    context.ledger().flush();
  }
}
