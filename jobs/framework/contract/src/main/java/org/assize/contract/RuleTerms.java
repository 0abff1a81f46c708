package org.assize.contract;

import java.util.Optional;

/**
 * What a rule says beside what it tests.
 *
 * @param action what a broken rule does, where the contract sets it apart from the severity
 * @param nullFails whether a predicate that is NULL counts as broken
 * @param where condition over the rows that the rule is about; the others meet it
 * @param scope the rows that it is about, of a rule over many rows
 * @param warnAt broken rows from which on it warns
 * @param failAt broken rows from which on it holds the batch
 */
public record RuleTerms(
    Optional<Action> action,
    boolean nullFails,
    Optional<String> where,
    Scope scope,
    Optional<Limit> warnAt,
    Optional<Limit> failAt,
    Optional<Exemption> exemption) {

  /** No terms. */
  public static final RuleTerms NONE =
      new RuleTerms(
          Optional.empty(),
          false,
          Optional.empty(),
          Scope.BATCH,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same, whatever the number of broken rows. */
  public RuleTerms withoutLimits() {
    return new RuleTerms(
        action, nullFails, where, scope, Optional.empty(), Optional.empty(), exemption);
  }
}
