package org.assize.spark.purity;

/** Why a transform may not use something. Catalyst calls most of it deterministic. */
public enum Reason {
  CLOCK("It depends on the moment of the run."),
  RUN("It depends on who runs it, and how."),
  PLACEMENT("It depends on how rows lie in files and partitions."),
  CHANCE("It gives another result each time."),
  ORDER("Its result depends on the order of rows, which no table keeps."),
  CODE("It runs code that is no part of Spark's functions."),
  MESSAGE("It stops the run with a text that may hold values of rows."),
  READ("A transform reads only the inputs that it is given."),
  COMMAND("A transform yields rows and does nothing else.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence for an error and for the manual. */
  public String sentence() {
    return sentence;
  }
}
