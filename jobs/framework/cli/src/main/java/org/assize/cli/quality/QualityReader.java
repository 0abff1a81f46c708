package org.assize.cli.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Measure;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Measurement;

/** Joins the rules of a contract with what batches measured. */
public final class QualityReader {

  private final DataContract contract;
  private final RuleSet rules;
  private final Map<String, List<Measurement>> measured;

  /**
   * Reads one table.
   *
   * @param measurements of this table, oldest first
   */
  public QualityReader(DataContract contract, RuleSet rules, List<Measurement> measurements) {
    this.contract = contract;
    this.rules = rules;
    this.measured =
        measurements.stream().collect(Collectors.groupingBy(one -> one.result().rule()));
  }

  /** Every rule, in the contract's order, with all its readings. */
  public List<Expectation> expectations() {
    List<Expectation> all = new ArrayList<>();
    rules.rowRules().forEach(rule -> all.add(expectation(rule)));
    rules.datasetRules().forEach(rule -> all.add(expectation(rule)));
    return all;
  }

  /** What became of the newest batch. */
  public static Standing standing(List<Measurement> measurements) {
    if (measurements.isEmpty()) {
      return Standing.UNKNOWN;
    }
    Measurement last = measurements.get(measurements.size() - 1);
    List<Measurement> batch =
        measurements.stream().filter(one -> one.batchId().equals(last.batchId())).toList();
    List<Measurement> end =
        batch.stream().filter(one -> one.isCommitted() == last.isCommitted()).toList();
    return Standing.of(end.stream().map(one -> Reading.of(one, Disclosure.SHOWN)).toList());
  }

  private Expectation expectation(RowRule rule) {
    return new Expectation(
        rule.id(),
        Dimension.of(rule.dimension()),
        Measure.BROKEN_ROWS,
        Measure.BROKEN_ROWS.unit(),
        RuleWords.sentence(rule),
        "",
        RuleWords.consequence(rule.action(), rule.terms()),
        columns(rule),
        isCritical(columns(rule)),
        rule.terms().exemption(),
        Disclosure.SHOWN,
        readings(rule.id(), Disclosure.SHOWN));
  }

  private Expectation expectation(DatasetRule rule) {
    Disclosure disclosure = Disclosure.of(rule, contract);
    return new Expectation(
        rule.id(),
        Dimension.of(rule.dimension()),
        rule.measure(),
        rule.measure().unit(),
        RuleWords.sentence(rule),
        RuleWords.limit(rule),
        RuleWords.consequence(rule.action(), rule.terms()),
        rule.spec().columns(),
        isCritical(rule.spec().columns()),
        rule.terms().exemption(),
        disclosure,
        readings(rule.id(), disclosure));
  }

  private List<Reading> readings(String rule, Disclosure disclosure) {
    return measured.getOrDefault(rule, List.of()).stream()
        .map(one -> Reading.of(one, disclosure))
        .toList();
  }

  /** The columns that a rule names; those of a written condition stand in its text alone. */
  private List<String> columns(RowRule rule) {
    if (!rule.columns().isEmpty()) {
      return rule.columns();
    }
    Set<String> words = new HashSet<>(List.of(rule.predicate().split("\\W+", -1)));
    return contract.columns().stream().map(Column::name).filter(words::contains).toList();
  }

  private boolean isCritical(Collection<String> columns) {
    Set<String> critical =
        contract.columns().stream()
            .filter(column -> column.isKey() || column.critical())
            .map(Column::name)
            .collect(Collectors.toSet());
    return columns.stream().anyMatch(critical::contains);
  }
}
