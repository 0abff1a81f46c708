package org.assize.airflow.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A backfill that was ordered.
 *
 * @param first logical date that it covers
 * @param last logical date that it covers
 * @param completed when it was over: all its runs ended, or it was cancelled
 */
public record Backfill(
    int id,
    String dagId,
    Instant first,
    Instant last,
    boolean isPaused,
    Reprocess reprocess,
    int mostAtOnce,
    Instant created,
    Optional<Instant> completed) {}
