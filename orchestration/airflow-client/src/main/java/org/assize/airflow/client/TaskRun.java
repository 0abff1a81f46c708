package org.assize.airflow.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A task in a run.
 *
 * @param mapIndex its place among the copies of a mapped task; -1 for any other
 * @param tryNumber how often it was begun, counted on when the run is cleared; 0 before the first
 * @param operator what kind of task, as Airflow names it
 */
public record TaskRun(
    String taskId,
    int mapIndex,
    TaskState state,
    int tryNumber,
    Optional<String> pool,
    Optional<String> operator,
    Optional<Instant> started,
    Optional<Instant> ended) {}
