package org.assize.contract;

import java.time.Duration;

/**
 * How the scheduled runs of a domain are let loose.
 *
 * @param slots how many of the domain's tasks may run at once, whatever runs them
 * @param timeout after which a task is ended
 * @param retries how often a task that failed for a passing reason is tried again
 * @param retryAfter how long to wait before the first of these; each further wait is twice as long
 */
public record Runs(int slots, Duration timeout, int retries, Duration retryAfter) {

  /** For a domain that says nothing. */
  public static final Runs USUAL = new Runs(2, Duration.ofHours(4), 3, Duration.ofMinutes(5));
}
