package org.assize.airflow.client;

/**
 * How the parts of a server are, in its own words: {@code healthy}, {@code unhealthy}, or empty for
 * a part that never ran.
 */
public record ServerHealth(
    String metadatabase, String scheduler, String dagProcessor, String triggerer) {

  /** Whether everything works that runs need; a triggerer is not needed. */
  public boolean isReady() {
    return isHealthy(metadatabase) && isHealthy(scheduler) && isHealthy(dagProcessor);
  }

  private static boolean isHealthy(String part) {
    return part.equals("healthy");
  }
}
