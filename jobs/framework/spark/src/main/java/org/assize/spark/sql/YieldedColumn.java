package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.assize.spark.purity.Trees;

/**
 * One column of a query's result.
 *
 * @param type Spark SQL type
 * @param nullable whether it may be NULL, as far as the query alone shows
 * @param grouped whether it is one of the values that the query groups by, and all of those are in
 *     the result: together they are then a key
 */
public record YieldedColumn(String name, String type, boolean nullable, boolean grouped) {

  static List<YieldedColumn> of(LogicalPlan analyzed) {
    List<NamedExpression> keys = grouping(analyzed);
    List<YieldedColumn> columns = new ArrayList<>();
    for (Attribute column : Trees.list(analyzed.output())) {
      boolean grouped = keys.stream().anyMatch(key -> key.exprId().equals(column.exprId()));
      columns.add(
          new YieldedColumn(
              column.name(), column.dataType().catalogString(), column.nullable(), grouped));
    }
    return columns;
  }

  /** What the query groups by and yields; empty if it does not group, or hides a part of it. */
  private static List<NamedExpression> grouping(LogicalPlan analyzed) {
    if (analyzed instanceof Sort sort) {
      return grouping(sort.child());
    }
    if (!(analyzed instanceof Aggregate aggregate)) {
      return List.of();
    }
    List<NamedExpression> yielded = Trees.list(aggregate.aggregateExpressions());
    List<NamedExpression> keys = new ArrayList<>();
    for (Expression value : Trees.list(aggregate.groupingExpressions())) {
      yielded.stream()
          .filter(each -> content(each).semanticEquals(value))
          .findFirst()
          .ifPresent(keys::add);
    }
    return keys.size() == aggregate.groupingExpressions().size() ? keys : List.of();
  }

  private static Expression content(NamedExpression named) {
    return named instanceof Alias alias ? alias.child() : (Expression) named;
  }
}
