package org.assize.airflow.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a DAG stands.
 *
 * @param isStale whether its file is gone or no longer holds it
 * @param hasImportErrors whether its file cannot be read now: what is known is of an earlier state
 * @param schedule in Airflow's words, such as a cron expression; absent where nothing starts it
 * @param file where Airflow read it
 * @param nextInterval what its next scheduled run will cover
 * @param nextRunAfter when that run may begin
 */
public record DagStatus(
    String id,
    boolean isPaused,
    boolean isStale,
    boolean hasImportErrors,
    Optional<String> description,
    Optional<String> schedule,
    List<String> tags,
    List<String> owners,
    Optional<String> file,
    Optional<Instant> lastParsed,
    Optional<RunInterval> nextInterval,
    Optional<Instant> nextRunAfter) {

  /** Copies the lists. */
  public DagStatus {
    tags = List.copyOf(tags);
    owners = List.copyOf(owners);
  }
}
