package org.assize.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assize.contract.DatasetName;

/**
 * What a run would do to a table, by what is known before it.
 *
 * @param why a sentence: what is new, what is waited for, or what somebody must decide
 * @param files delivered files that it would take
 * @param bytes size of what it would read first, where that is known
 * @param rows rows of that, by statistics of files
 * @param intervals that it would compute, joined where they touch; empty where time does not cut it
 * @param note what else is worth knowing, such as rules that changed
 */
public record Foreseen(
    DatasetName table,
    Work work,
    String why,
    long files,
    OptionalLong bytes,
    OptionalLong rows,
    List<DataInterval> intervals,
    Optional<String> note) {

  /** Whether there is something to do. */
  public enum Work {
    /** Yes. */
    RUN,
    /** Yes, if a table that runs before it brings it something. */
    FOLLOW,
    /** Not before something arrives or somebody decides. */
    WAIT,
    /** No. */
    NONE
  }

  public Foreseen {
    intervals = List.copyOf(intervals);
  }
}
