package org.assize.airflow.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of a DAG.
 *
 * @param id unique in its DAG
 * @param interval what it covers; absent for a run that an asset started, or one without a date
 * @param runAfter when it may begin
 */
public record DagRun(
    String dagId,
    String id,
    RunType type,
    RunState state,
    Optional<Instant> logicalDate,
    Optional<RunInterval> interval,
    Optional<Instant> runAfter,
    Optional<Instant> queued,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<String> note) {}
