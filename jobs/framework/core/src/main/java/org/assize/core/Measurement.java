package org.assize.core;

import java.time.Instant;

/**
 * A rule's result on a batch, as it is kept for ever.
 *
 * @param table full name
 * @param at when the batch was judged
 * @param isCommitted whether the batch became visible; held ones are no measure of the usual
 */
public record Measurement(
    String table,
    String batchId,
    String runId,
    Instant at,
    String contractVersion,
    String ruleSet,
    RuleResult result,
    boolean isCommitted) {}
