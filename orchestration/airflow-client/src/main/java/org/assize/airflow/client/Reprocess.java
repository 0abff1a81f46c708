package org.assize.airflow.client;

/** What a backfill does where a run of a date exists already. */
public enum Reprocess {
  /** Leaves it. */
  NONE,
  /** Makes it again if it failed. */
  FAILED,
  /** Makes it again if it failed or succeeded. */
  COMPLETED
}
