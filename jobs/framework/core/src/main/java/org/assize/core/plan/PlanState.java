package org.assize.core.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A saved plan and what became of it.
 *
 * @param approval newest one, if any
 * @param done numbers of the steps that ended well, from 0
 */
public record PlanState(SavedPlan plan, Optional<Approval> approval, List<Integer> done) {

  public PlanState {
    done = List.copyOf(done);
  }

  /** Who wants it carried out. */
  public record Approval(String who, String why, Instant at) {}

  /** Numbers of the steps that are still to be carried out, in order. */
  public List<Integer> open() {
    return IntStream.range(0, plan.steps().size())
        .filter(step -> !done.contains(step))
        .boxed()
        .toList();
  }
}
