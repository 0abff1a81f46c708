package org.assize.airflow.client;

/**
 * A pool: how many slots tasks may take at the same time.
 *
 * @param description empty where there is none
 * @param occupied slots taken by tasks that run or are queued
 */
public record Pool(
    String name,
    int slots,
    String description,
    Deferred deferred,
    int occupied,
    int running,
    int queued,
    int scheduled,
    int open) {

  /** Whether tasks that wait outside a worker take slots. */
  public enum Deferred {
    TAKES_SLOTS,
    TAKES_NONE
  }
}
