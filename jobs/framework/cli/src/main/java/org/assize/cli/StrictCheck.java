package org.assize.cli;

import java.time.Instant;
import org.assize.contract.problem.Problems;
import org.assize.core.Deprecations;
import org.assize.core.Exemptions;
import org.assize.core.schedule.SkippedHours;

/** What must be right in a change, though a run gets by without it. */
final class StrictCheck {

  private StrictCheck() {}

  /** Adds faults and warnings of a workspace as of now. */
  static void add(CheckedWorkspace checked, Instant now, Problems problems) {
    Exemptions.expired(checked.graph().definitions(), now, problems);
    SkippedHours.warn(checked.graph().definitions(), now, problems);
    new Deprecations(checked.workspace(), problems).check(checked.graph(), now);
  }
}
