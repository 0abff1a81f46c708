package org.assize.contract.rule;

import java.time.Instant;
import java.util.List;
import org.assize.contract.Action;
import org.assize.contract.Measure;
import org.assize.contract.RuleTerms;
import org.assize.contract.Scope;

/**
 * A contract compiled. For a source-fed table the first row rule is {@link #PARSED}.
 *
 * <p>A column whose text could not be read as its type has its bit set in {@code _unreadable_<w>}:
 * column number {@code i} of the contract is bit {@code i % 63} of word {@code i / 63}; rules named
 * {@code <column>_type} test it.
 *
 * @param fingerprint SHA-256 of everything that decides the outcome, hexadecimal
 */
public record RuleSet(List<RowRule> rowRules, List<DatasetRule> datasetRules, String fingerprint) {

  /** Rule id of the built-in rule that a record could be decoded and split; over {@code _fault}. */
  public static final String PARSED = "parsed";

  /** How many columns share one {@code _unreadable} word, and rules one mask. */
  public static final int BITS = 63;

  public RuleSet {
    rowRules = List.copyOf(rowRules);
    datasetRules = List.copyOf(datasetRules);
  }

  /**
   * The same rules, decided by this code too.
   *
   * @param code fingerprints of the classes of rules in Java
   */
  public RuleSet with(List<String> code) {
    return code.isEmpty()
        ? this
        : new RuleSet(
            rowRules, datasetRules, Fingerprint.digest(fingerprint + String.join(" ", code)));
  }

  /** The rules as they act at a time: one that is exempted that day in London is measured only. */
  public RuleSet at(Instant time) {
    return new RuleSet(
        rowRules.stream().map(r -> isExempt(r.terms(), time) ? r.with(Action.MEASURE) : r).toList(),
        datasetRules.stream()
            .map(r -> isExempt(r.terms(), time) ? r.with(Action.MEASURE) : r)
            .toList(),
        fingerprint);
  }

  /**
   * The rules for a few rows of earlier deliveries that are taken once more: what is said of a
   * delivery as a whole says nothing of them; what is said of intervals and of the table does.
   */
  public RuleSet forReplay() {
    return new RuleSet(
        rowRules,
        datasetRules.stream()
            .filter(
                rule -> rule.measure() == Measure.DUPLICATES || rule.terms().scope() != Scope.BATCH)
            .toList(),
        fingerprint);
  }

  /**
   * The rules that say something of a few rows which stand for no delivery: each row, and its key.
   * Limits on how many rows may be broken are about many rows, too.
   */
  public RuleSet forFewRows() {
    return new RuleSet(
        rowRules.stream().map(rule -> rule.with(rule.terms().withoutLimits())).toList(),
        datasetRules.stream().filter(rule -> rule.measure() == Measure.DUPLICATES).toList(),
        fingerprint);
  }

  private static boolean isExempt(RuleTerms terms, Instant time) {
    return terms.exemption().filter(exemption -> exemption.lasts(time)).isPresent();
  }
}
