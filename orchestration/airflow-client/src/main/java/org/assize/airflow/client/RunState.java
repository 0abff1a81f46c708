package org.assize.airflow.client;

/** Where a DAG run is. */
public enum RunState {
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED,
  /** A state that this version of Assize does not know. */
  UNKNOWN;

  /** Whether nothing more happens to the run by itself. */
  public boolean isEnd() {
    return this == SUCCESS || this == FAILED;
  }
}
