package org.assize.airflow.client;

/**
 * One thing asked of the server.
 *
 * @param deed what, as words after "did not": {@code list the DAGs}
 * @param isRepeatable whether asking twice does the same as asking once
 */
record Ask(String deed, boolean isRepeatable) {

  /** What may be asked again when no answer came. */
  static Ask repeatable(String deed) {
    return new Ask(deed, true);
  }

  /** What must not be asked again: it could be done twice. */
  static Ask once(String deed) {
    return new Ask(deed, false);
  }
}
