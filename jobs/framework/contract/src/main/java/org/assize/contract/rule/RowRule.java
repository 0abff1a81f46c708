package org.assize.contract.rule;

import java.util.List;
import org.assize.contract.Action;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.Place;

/**
 * A predicate that each row must meet.
 *
 * @param id unique in its table
 * @param predicate Spark SQL over the table's columns; TRUE is valid, FALSE broken, never NULL
 * @param terms thresholds and exemption; its condition {@code where} is in the predicate already
 * @param columns columns it names
 * @param dimension ODCS dimension; may be empty
 * @param description sentence for people; may be empty
 */
public record RowRule(
    String id,
    String predicate,
    Action action,
    RuleTerms terms,
    List<String> columns,
    String dimension,
    String description,
    Place place) {

  public RowRule {
    columns = List.copyOf(columns);
  }

  /** The same with another action. */
  RowRule with(Action other) {
    return new RowRule(id, predicate, other, terms, columns, dimension, description, place);
  }
}
