package org.assize.cli.doctor;

import java.util.Optional;
import org.assize.contract.problem.ErrorCode;

/**
 * What one test found.
 *
 * @param subject what was tested, for example {@code java}
 * @param what the fact found, one sentence
 * @param mend what to do; empty when all is well
 * @param code the failure this would become in a run; only where the level is {@code FAULT}
 */
public record Finding(
    String subject, Level level, String what, String mend, Optional<ErrorCode> code) {

  static Finding fine(String subject, String what) {
    return new Finding(subject, Level.FINE, what, "", Optional.empty());
  }

  static Finding doubt(String subject, String what, String mend) {
    return new Finding(subject, Level.DOUBT, what, mend, Optional.empty());
  }

  static Finding fault(String subject, ErrorCode code, String what, String mend) {
    return new Finding(subject, Level.FAULT, what, mend, Optional.of(code));
  }

  /** How bad it is. */
  public enum Level {
    FINE,
    /** Works, but may disappoint. */
    DOUBT,
    /** A run would fail. */
    FAULT
  }
}
