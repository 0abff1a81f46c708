package org.assize.contract.shape;

import java.util.Optional;
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

  /** The types that it allows; empty where it is about something else. */
  default Set<String> types() {
    return Set.of();
  }

  /** What a sentence calls the values that it is about, if it knows. */
  default Optional<String> title() {
    return Optional.empty();
  }
}
