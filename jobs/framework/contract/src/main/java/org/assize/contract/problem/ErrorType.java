package org.assize.contract.problem;

/** Who can mend a failure; decides the exit code and whether a retry makes sense. */
public enum ErrorType {
  /** Bad configuration, usage or permission: exit 2. */
  USER(2),
  /** The data or the work failed; repeating changes nothing: exit 1. */
  FAILED(1),
  /** A defect of the platform: exit 1. */
  INTERNAL(1),
  /** Some input has not arrived: exit 5. */
  NOT_READY(5),
  /** A passing fault outside, a full disk included: exit 6, retry. */
  TRANSIENT(6);

  private final int exitCode;

  ErrorType(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The process exit code that this type alone leads to. */
  public int exitCode() {
    return exitCode;
  }
}
