package org.assize.contract.problem;

import java.io.Serializable;

/**
 * One thing wrong: what, why, and how to mend it. Never holds a value of a row.
 *
 * @param problem what is wrong, one sentence
 * @param cause why it matters or how it came about; may be empty
 * @param mend what to do; may be empty
 */
public record Problem(ErrorCode code, Place place, String problem, String cause, String mend)
    implements Serializable {

  /** The one-line form: {@code file:line: CODE: problem Cause. Mend.} */
  @Override
  public String toString() {
    var text = new StringBuilder();
    if (!place.toString().isEmpty()) {
      text.append(place).append(": ");
    }
    text.append(code).append(": ").append(problem);
    if (!cause.isEmpty()) {
      text.append(' ').append(cause);
    }
    if (!mend.isEmpty()) {
      text.append(' ').append(mend);
    }
    return text.toString();
  }
}
