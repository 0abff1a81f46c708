package org.assize.core;

import java.util.Optional;
import org.assize.contract.DatasetName;

/**
 * One table run as planned.
 *
 * @param interval restricts a derived table to the intervals that it overlaps; empty means whatever
 *     is stale
 * @param restate compute again although nothing changed: a source-fed table from all of raw, a
 *     derived one over the interval, or whole
 */
public record TableTask(Definition definition, Optional<DataInterval> interval, boolean restate) {

  /** The table. */
  public DatasetName table() {
    return definition.table();
  }
}
