package org.assize.contract;

import java.time.Duration;
import java.util.Optional;
import org.assize.contract.problem.Place;

/**
 * What a transform reads, declared where it is not the plain case.
 *
 * @param name name of the frame
 * @param table {@code <database>.<table>}
 * @param read empty means the default of the input's load mode
 * @param ignoreChanges a changed {@code all} input restates nothing
 */
public record InputSpec(
    String name,
    Place place,
    String table,
    Optional<Read> read,
    Duration lookback,
    Duration lookahead,
    boolean ignoreChanges) {

  /** How much of the input a run over one interval sees. */
  public enum Read {
    /** The rows of the interval, widened by lookback and lookahead. */
    INTERVAL,
    /** The whole table. */
    ALL
  }
}
