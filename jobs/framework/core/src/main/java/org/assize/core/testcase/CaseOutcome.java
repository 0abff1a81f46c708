package org.assize.core.testcase;

import java.time.Duration;
import java.util.List;

/**
 * How a case fared.
 *
 * @param wasSplit whether it was also run in two parts
 * @param differences what was not as expected; none where it passed
 */
public record CaseOutcome(
    TableCase subject, boolean wasSplit, List<Difference> differences, Duration took) {

  public CaseOutcome {
    differences = List.copyOf(differences);
  }

  /** Whether everything was as expected. */
  public boolean isPassed() {
    return differences.isEmpty();
  }

  /**
   * One thing that was not as expected.
   *
   * @param what one sentence, with counts
   * @param missing rows expected and not there
   * @param unexpected rows there and not expected
   * @param lines the first of them; values are shown, for the rows of a case are invented
   */
  public record Difference(
      boolean isOfSplit, String what, long missing, long unexpected, List<String> lines) {

    public Difference {
      lines = List.copyOf(lines);
    }
  }
}
