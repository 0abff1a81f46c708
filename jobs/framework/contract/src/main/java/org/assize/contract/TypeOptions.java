package org.assize.contract;

import java.util.Optional;

/**
 * ODCS {@code logicalTypeOptions} of a column. Bounds are kept as the text in the contract: a
 * number for numeric columns, an ISO date or timestamp for temporal ones.
 */
public record TypeOptions(
    Optional<String> minimum,
    Optional<String> maximum,
    Optional<String> exclusiveMinimum,
    Optional<String> exclusiveMaximum,
    Optional<String> multipleOf,
    Optional<Integer> minLength,
    Optional<Integer> maxLength,
    Optional<String> pattern,
    Optional<String> format) {

  /** No option at all. */
  public static final TypeOptions NONE =
      new TypeOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
