package org.assize.contract.rule;

import java.util.List;

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
}
