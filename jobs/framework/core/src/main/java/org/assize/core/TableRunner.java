package org.assize.core;

import java.util.List;

/** Port: runs tables whose inputs are ready. Implemented by the engine, called by a runner. */
public interface TableRunner {

  /**
   * Runs independent tables, each to its end, and answers one outcome for each, in the same order.
   * A failure of one table is its outcome, not an exception; the others go on.
   */
  List<TableOutcome> run(List<TableTask> ready, RunListener listener);
}
