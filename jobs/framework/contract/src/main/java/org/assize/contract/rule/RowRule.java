package org.assize.contract.rule;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Action;
import org.assize.contract.JavaCondition;
import org.assize.contract.Relationship;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.Place;

/**
 * A predicate that each row must meet.
 *
 * @param id unique in its table
 * @param predicate Spark SQL over the table's columns; TRUE is valid, FALSE broken, never NULL
 * @param terms thresholds and exemption; its condition {@code where} is in the predicate already
 * @param parent where its columns' values must be found; its predicate is one column, {@link
 *     #related}
 * @param java the class that decides it; its predicate is one column, {@link #judged}
 * @param columns columns it names
 * @param dimension ODCS dimension; may be empty
 * @param description sentence for people; may be empty
 */
public record RowRule(
    String id,
    String predicate,
    Action action,
    RuleTerms terms,
    Optional<Relationship> parent,
    Optional<JavaCondition> java,
    List<String> columns,
    String dimension,
    String description,
    Place place) {

  public RowRule {
    columns = List.copyOf(columns);
  }

  /** The boolean column that says whether a row's parent was found, never null. */
  public static String related(String id) {
    return "_related_" + id;
  }

  /** The boolean column that holds what a class said of the row, never null. */
  public static String judged(String id) {
    return "_judged_" + id;
  }

  /** The same under other terms. */
  RowRule with(RuleTerms other) {
    return new RowRule(
        id, predicate, action, other, parent, java, columns, dimension, description, place);
  }

  /** The same with another action. */
  RowRule with(Action other) {
    return new RowRule(
        id, predicate, other, terms, parent, java, columns, dimension, description, place);
  }
}
