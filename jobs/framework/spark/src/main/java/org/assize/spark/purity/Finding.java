package org.assize.spark.purity;

import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;

/**
 * One use of what a transform may not use.
 *
 * @param subject as it is written, for example {@code `rand`}
 * @param instead what to do, a sentence
 * @param line one-based line within the query's text, 0 when unknown
 */
public record Finding(String subject, Reason reason, String instead, int line) {

  /**
   * The finding as a problem of one query or class.
   *
   * @param who begins the sentence, for example {@code A query}
   * @param first place of the first line of the query's text
   */
  public Problem problem(ErrorCode code, String who, Place first) {
    Place place = line > 0 && first.line() > 0 ? first.atLine(first.line() + line - 1) : first;
    return new Problem(
        code, place, who + " may not use " + subject + ".", reason.sentence(), instead);
  }
}
