package org.assize.core.plan;

import java.util.List;

/** Port: where saved plans are kept, durably. */
public interface PlanBook {

  /** Every plan, oldest first. */
  List<PlanState> plans();

  /** Keeps a plan. */
  void save(SavedPlan plan);

  /** Somebody wants it carried out. */
  void approve(String id, String who, String why);

  /** A step ended well; it is never carried out again. */
  void done(String id, int step, String runId);
}
