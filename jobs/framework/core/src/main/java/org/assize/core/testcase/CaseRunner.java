package org.assize.core.testcase;

import java.util.List;
import java.util.function.Consumer;
import org.assize.contract.problem.Problems;

/** Port: runs cases, each in a warehouse of its own that is gone afterwards. */
public interface CaseRunner extends AutoCloseable {

  /** Adds a problem for each text of a case that is no value of its column. Starts no engine. */
  void check(TableCase subject, Problems problems);

  /**
   * Runs cases that {@link #check} found sound, each whole and, where that can be, in two parts.
   *
   * @param listener hears of each outcome as soon as it may, in the order of the cases
   */
  void run(List<TableCase> subjects, Consumer<CaseOutcome> listener);

  @Override
  void close();
}
