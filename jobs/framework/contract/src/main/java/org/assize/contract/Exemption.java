package org.assize.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a rule is measured and has no effect for a while.
 *
 * @param until the last day, in Europe/London
 * @param approver team or role that answers for it
 */
public record Exemption(LocalDate until, String reason, String approver) {

  /** Whether its last day is not over. */
  public boolean lasts(Instant now) {
    return !London.dayOf(now).isAfter(until);
  }
}
