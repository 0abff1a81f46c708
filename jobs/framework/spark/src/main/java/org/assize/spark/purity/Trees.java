package org.assize.spark.purity;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Walks over Catalyst's trees. */
public final class Trees {

  private Trees() {}

  /** A sequence of Catalyst's as a list. */
  public static <T> List<T> list(Seq<T> sequence) {
    return JavaConverters.seqAsJavaList(sequence);
  }

  /** Visits each node of a plan, subqueries included, parents first. */
  public static void visit(LogicalPlan plan, Consumer<LogicalPlan> visitor) {
    visit(plan, node -> false, visitor);
  }

  /** Visits each node of a plan, subqueries included, but nothing at or below an end. */
  static void visit(LogicalPlan plan, Predicate<LogicalPlan> isEnd, Consumer<LogicalPlan> visitor) {
    if (isEnd.test(plan)) {
      return;
    }
    visitor.accept(plan);
    list(plan.children()).forEach(child -> visit(child, isEnd, visitor));
    for (Expression expression : list(plan.expressions())) {
      visitExpression(
          expression,
          part -> {
            if (part instanceof PlanExpression<?> subquery
                && subquery.plan() instanceof LogicalPlan inner) {
              visit(inner, isEnd, visitor);
            }
          });
    }
  }

  /** Visits each part of each expression of a plan, subqueries included. */
  public static void visitParts(LogicalPlan plan, Consumer<Expression> visitor) {
    visit(plan, node -> list(node.expressions()).forEach(each -> visitExpression(each, visitor)));
  }

  /** Visits each part of an expression, parents first, without entering subqueries. */
  public static void visitExpression(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    list(expression.children()).forEach(child -> visitExpression(child, visitor));
  }

  /** One-based line of a node within the text it was parsed from, 0 when unknown. */
  public static int line(TreeNode<?> node) {
    return number(node.origin().line());
  }

  /** The text that a node was parsed from, empty when unknown. */
  static String text(TreeNode<?> node) {
    Origin origin = node.origin();
    if (origin.sqlText().isEmpty() || origin.startIndex().isEmpty()) {
      return "";
    }
    String all = origin.sqlText().get();
    int end = origin.stopIndex().isEmpty() ? all.length() - 1 : number(origin.stopIndex());
    int start = number(origin.startIndex());
    return start >= 0 && start <= end && end < all.length() ? all.substring(start, end + 1) : "";
  }

  private static int number(Option<Object> option) {
    return option.isDefined() ? (Integer) option.get() : 0;
  }
}
