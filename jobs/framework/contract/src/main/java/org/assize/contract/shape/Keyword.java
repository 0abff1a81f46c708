package org.assize.contract.shape;

import java.util.Set;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Value;

/** One keyword of a schema; says nothing about values of a kind that it is not for. */
interface Keyword {

  /**
   * Adds what is wrong.
   *
   * @param where what the value is, for a sentence
   */
  void check(Value value, String where, Problems problems);

  /** Whether nothing is wrong. */
  default boolean fits(Value value) {
    var found = new Problems();
    check(value, "", found);
    return found.isEmpty();
  }

  /** The types that it allows; empty where it is about something else. */
  default Set<String> types() {
    return Set.of();
  }
}
