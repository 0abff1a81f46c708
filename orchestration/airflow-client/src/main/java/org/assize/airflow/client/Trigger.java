package org.assize.airflow.client;

import java.util.Map;
import java.util.Optional;

/**
 * A run to make. Each method answers a fuller one.
 *
 * @param interval what the run covers; its logical date is the start. Without one the run has
 *     neither interval nor date, whatever the DAG's schedule says
 * @param runId unique in the DAG, not beginning with {@code scheduled__}; Airflow makes one where
 *     absent
 * @param settings the run's configuration, which its tasks can read; values of JSON
 */
public record Trigger(
    String dagId,
    Optional<RunInterval> interval,
    Optional<String> runId,
    Map<String, Object> settings,
    Optional<String> note) {

  /** Copies the settings. */
  public Trigger {
    settings = Map.copyOf(settings);
  }

  /** A run without an interval. */
  public static Trigger of(String dagId) {
    return new Trigger(dagId, Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
  }

  /** For an interval. */
  public Trigger over(RunInterval span) {
    return new Trigger(dagId, Optional.of(span), runId, settings, note);
  }

  /** With an id of its own: asked twice, the second is a conflict. */
  public Trigger named(String id) {
    return new Trigger(dagId, interval, Optional.of(id), settings, note);
  }

  /** With a configuration. */
  public Trigger with(Map<String, Object> configuration) {
    return new Trigger(dagId, interval, runId, configuration, note);
  }

  /** With words for who looks at it later. */
  public Trigger noted(String words) {
    return new Trigger(dagId, interval, runId, settings, Optional.of(words));
  }
}
