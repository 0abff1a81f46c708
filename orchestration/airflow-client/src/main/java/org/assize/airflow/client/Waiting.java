package org.assize.airflow.client;

/** Hears that a server did not answer and is asked again. */
@FunctionalInterface
public interface Waiting {

  /** Nobody hears it. */
  Waiting UNHEARD = (attempt, attempts) -> {};

  /**
   * A call is made again after a pause.
   *
   * @param attempt the one that comes, 2 at first
   * @param attempts after so many the call has failed
   */
  void again(int attempt, int attempts);
}
