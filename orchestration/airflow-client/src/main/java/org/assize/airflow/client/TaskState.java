package org.assize.airflow.client;

/** Where a task of a run is. */
public enum TaskState {
  /** Nothing happened to it yet. */
  NONE,
  REMOVED,
  SCHEDULED,
  QUEUED,
  RUNNING,
  SUCCESS,
  RESTARTING,
  FAILED,
  UP_FOR_RETRY,
  UP_FOR_RESCHEDULE,
  UPSTREAM_FAILED,
  SKIPPED,
  DEFERRED,
  AWAITING_INPUT,
  /** A state that this version of Assize does not know. */
  UNKNOWN
}
