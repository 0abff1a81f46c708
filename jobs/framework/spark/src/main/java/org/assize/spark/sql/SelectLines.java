package org.assize.spark.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.WithCTE;
import org.assize.spark.purity.Trees;

/** Where the outermost {@code SELECT} of a parsed query writes its columns. */
final class SelectLines {

  private final Map<String, Deque<Integer>> lines = new HashMap<>();

  SelectLines(LogicalPlan parsed) {
    for (NamedExpression item : items(parsed)) {
      if (item instanceof Alias alias) {
        add(alias.name(), alias);
      } else if (item instanceof UnresolvedAttribute column) {
        add(column.nameParts().last(), column);
      }
    }
  }

  private void add(String name, Expression item) {
    lines.computeIfAbsent(name, key -> new ArrayDeque<>()).add(Trees.line(item));
  }

  /** Line of the next column of that name, 0 where the query does not write it out. */
  int next(String name) {
    Deque<Integer> open = lines.getOrDefault(name, new ArrayDeque<>());
    return open.isEmpty() ? 0 : open.remove();
  }

  private static List<NamedExpression> items(LogicalPlan node) {
    if (node instanceof Project project) {
      return Trees.list(project.projectList());
    }
    if (node instanceof Aggregate aggregate) {
      return Trees.list(aggregate.aggregateExpressions());
    }
    if (node instanceof WithCTE with) {
      return items(with.plan());
    }
    return node.children().isEmpty() ? List.of() : items(node.children().head());
  }
}
