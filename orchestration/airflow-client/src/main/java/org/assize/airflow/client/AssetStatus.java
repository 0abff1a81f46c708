package org.assize.airflow.client;

import java.util.List;

/**
 * An asset and who deals with it.
 *
 * @param producers tasks that write it, as {@code dag.task}
 * @param consumers DAGs that it starts
 */
public record AssetStatus(
    int id, String name, String uri, List<String> producers, List<String> consumers) {

  /** Copies the lists. */
  public AssetStatus {
    producers = List.copyOf(producers);
    consumers = List.copyOf(consumers);
  }
}
