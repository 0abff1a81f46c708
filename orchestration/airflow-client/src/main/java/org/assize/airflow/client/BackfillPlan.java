package org.assize.airflow.client;

import java.time.Instant;
import java.util.List;

/**
 * What a backfill would do.
 *
 * @param logicalDates of the runs that it would make, in their order
 */
public record BackfillPlan(List<Instant> logicalDates) {

  /** Copies the list. */
  public BackfillPlan {
    logicalDates = List.copyOf(logicalDates);
  }
}
