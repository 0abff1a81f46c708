package org.assize.spark.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.plan.PlanBook;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.PlanState.Approval;
import org.assize.core.plan.SavedPlan;

/** Saved plans, as events of the ledger: durable when a call returns. */
public final class LedgerPlans implements PlanBook {

  private final Ledger ledger;
  private final Clock clock;

  /** Plans in a workspace's ledger. */
  public LedgerPlans(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Detail of an event of an approval. */
  private record Approved(String plan, Approval approval) {}

  /** Detail of an event of a step. */
  private record StepDone(String plan, int step) {}

  @Override
  public List<PlanState> plans() {
    ledger.refresh();
    Map<String, PlanState> plans = new LinkedHashMap<>();
    for (LedgerEvent event : ledger.plans()) {
      switch (event.kind()) {
        case PLANNED -> {
          SavedPlan plan = Json.read(event.detail(), SavedPlan.class);
          plans.put(plan.id(), new PlanState(plan, Optional.empty(), List.of()));
        }
        case APPROVED -> {
          Approved approved = Json.read(event.detail(), Approved.class);
          plans.computeIfPresent(approved.plan(), (id, state) -> approved(state, approved));
        }
        default -> {
          StepDone done = Json.read(event.detail(), StepDone.class);
          plans.computeIfPresent(done.plan(), (id, state) -> done(state, done.step()));
        }
      }
    }
    return List.copyOf(plans.values());
  }

  private static PlanState approved(PlanState state, Approved approved) {
    return new PlanState(state.plan(), Optional.of(approved.approval()), state.done());
  }

  private static PlanState done(PlanState state, int step) {
    List<Integer> done = new ArrayList<>(state.done());
    done.add(step);
    return new PlanState(state.plan(), state.approval(), done);
  }

  @Override
  public void save(SavedPlan plan) {
    write(LedgerEvent.Kind.PLANNED, "", plan);
  }

  @Override
  public void approve(String id, String who, String why) {
    var approval = new Approval(who, why, clock.instant());
    write(LedgerEvent.Kind.APPROVED, "", new Approved(id, approval));
  }

  @Override
  public void done(String id, int step, String runId) {
    write(LedgerEvent.Kind.STEP_DONE, runId, new StepDone(id, step));
  }

  private void write(LedgerEvent.Kind kind, String runId, Record detail) {
    ledger.note(List.of(LedgerEvent.of(kind, "", "", runId, clock.instant(), Json.write(detail))));
    ledger.flush();
  }
}
