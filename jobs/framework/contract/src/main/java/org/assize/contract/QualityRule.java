package org.assize.contract;

import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Place;

/**
 * An entry of ODCS {@code quality}, as written.
 *
 * @param id unique in its contract
 * @param type {@code library}, {@code sql}, {@code text} or {@code custom}
 * @param metric library metric, for example {@code nullValues}
 * @param operator ODCS operator, for example {@code mustBe}
 * @param thresholds operands of the operator: one, two for {@code mustBeBetween}
 * @param percent whether the thresholds are percentages of rows
 * @param validValues argument {@code validValues} of the metric for invalid values
 * @param missingValues argument of {@code missingValues}
 * @param pattern argument {@code pattern} of the same metric
 * @param properties argument of table-level {@code duplicateValues}: column names
 * @param implementation expression of a {@code custom} rule of engine {@code assize}
 * @param java class that decides a {@code custom} rule over single rows
 * @param measure measure of a {@code custom} rule over many rows
 * @param query query of an {@code sql} rule
 * @param terms everything that the property {@code assize} of the rule says
 */
public record QualityRule(
    String id,
    Place place,
    String type,
    Optional<String> metric,
    Optional<String> operator,
    List<Double> thresholds,
    boolean percent,
    List<String> validValues,
    List<String> missingValues,
    Optional<String> pattern,
    List<String> properties,
    Optional<String> implementation,
    Optional<JavaCondition> java,
    Optional<MeasureSpec> measure,
    Optional<String> query,
    Optional<String> severity,
    Optional<String> dimension,
    String description,
    RuleTerms terms) {

  public QualityRule {
    thresholds = List.copyOf(thresholds);
    validValues = List.copyOf(validValues);
    missingValues = List.copyOf(missingValues);
    properties = List.copyOf(properties);
  }
}
