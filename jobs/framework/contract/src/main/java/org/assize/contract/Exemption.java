package org.assize.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * That a rule is measured and has no effect for a while.
 *
 * @param until the last day, in Europe/London
 * @param approver team or role that answers for it
 */
public record Exemption(LocalDate until, String reason, String approver) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Whether its last day is not over. */
  public boolean lasts(Instant now) {
    return !LocalDate.ofInstant(now, LONDON).isAfter(until);
  }
}
