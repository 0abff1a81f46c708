package org.assize.lineage;

/** Why an event reached nobody, in a sentence. */
final class Undelivered extends Exception {

  private static final long serialVersionUID = 1L;

  Undelivered(String why) {
    super(why);
  }
}
