package org.assize.lineage;

/** Takes events, one after the other. */
interface Recipient {

  /**
   * Takes one.
   *
   * @param event JSON on one line
   */
  void take(String event) throws Undelivered;
}
