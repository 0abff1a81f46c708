package org.assize.airflow.client;

/** What made a DAG run. */
public enum RunType {
  BACKFILL,
  SCHEDULED,
  MANUAL,
  OPERATOR_TRIGGERED,
  ASSET_TRIGGERED,
  ASSET_MATERIALIZATION,
  /** Something that this version of Assize does not know. */
  UNKNOWN
}
