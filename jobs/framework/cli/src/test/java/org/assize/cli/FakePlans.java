package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.plan.PlanBook;
import org.assize.core.plan.PlanState;
import org.assize.core.plan.SavedPlan;

/** Plans in memory. */
final class FakePlans implements PlanBook {

  private final Map<String, PlanState> states = new LinkedHashMap<>();

  @Override
  public List<PlanState> plans() {
    return List.copyOf(states.values());
  }

  @Override
  public void save(SavedPlan plan) {
    states.put(plan.id(), new PlanState(plan, Optional.empty(), List.of()));
  }

  @Override
  public void approve(String id, String who, String why) {
    var approval = new PlanState.Approval(who, why, Typed.CLOCK.instant());
    states.computeIfPresent(
        id, (key, state) -> new PlanState(state.plan(), Optional.of(approval), state.done()));
  }

  @Override
  public void done(String id, int step, String runId) {
    states.computeIfPresent(id, (key, state) -> done(state, step));
  }

  private static PlanState done(PlanState state, int step) {
    List<Integer> done = new ArrayList<>(state.done());
    done.add(step);
    return new PlanState(state.plan(), state.approval(), done);
  }
}
