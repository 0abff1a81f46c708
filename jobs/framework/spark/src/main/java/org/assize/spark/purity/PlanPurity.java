package org.assize.spark.purity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Offset;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Tail;

/** Finds what no transform may use in a plan, parsed or analysed, subqueries included. */
public final class PlanPurity {

  private final Set<Finding> found = new LinkedHashSet<>();
  private final ExpressionPurity expressions = new ExpressionPurity(found::add);

  private PlanPurity() {}

  /** Everything forbidden in a query's plan, whatever it reads. */
  public static List<Finding> check(LogicalPlan plan) {
    var purity = new PlanPurity();
    Trees.visit(plan, purity::checkNode);
    return new ArrayList<>(purity.found);
  }

  /**
   * Everything forbidden in the plan of a frame that was computed from others.
   *
   * @param isInput a node that was given: it is not looked into, and nothing else may be read
   */
  public static List<Finding> check(LogicalPlan plan, Predicate<LogicalPlan> isInput) {
    var purity = new PlanPurity();
    Trees.visit(
        plan,
        isInput,
        node -> {
          purity.checkNode(node);
          purity.checkLeaf(node);
        });
    return new ArrayList<>(purity.found);
  }

  private void checkNode(LogicalPlan node) {
    Trees.list(node.expressions()).forEach(expressions::check);
    if (node instanceof Sample) {
      report(node, "`TABLESAMPLE`", Reason.CHANCE, "Take a part by key: `pmod(xxhash64(key), n)`.");
    } else if ((node instanceof GlobalLimit || node instanceof Offset || node instanceof Tail)
        && !isSorted(node)) {
      String word = node instanceof Offset ? "`OFFSET`" : "`LIMIT`";
      report(node, word + " without `ORDER BY`", Reason.ORDER, "Add `ORDER BY`.");
    } else if (node instanceof Deduplicate distinct
        && distinct.keys().size() < distinct.child().output().size()) {
      report(
          node,
          "`dropDuplicates` by some of the columns",
          Reason.ORDER,
          "Group by them and take `max_by` of the rest.");
    } else if (node instanceof ScriptTransformation) {
      report(node, "`TRANSFORM … USING`", Reason.CODE, "Write a Java transform.");
    } else if (node instanceof Command || node instanceof ParsedStatement) {
      report(node, "a command", Reason.COMMAND, "Leave one SELECT.");
    }
  }

  private void checkLeaf(LogicalPlan node) {
    boolean isConstant =
        node instanceof LocalRelation
            || node instanceof OneRowRelation
            || node instanceof Range
            || node instanceof CTERelationRef;
    boolean isOfCommand = found.stream().anyMatch(f -> f.reason() == Reason.COMMAND);
    if (node.children().isEmpty() && !isConstant && !isOfCommand) {
      report(
          node,
          "rows that are none of its inputs (" + node.nodeName() + ")",
          Reason.READ,
          "Declare the table as an input in the contract; use no checkpoint, RDD or session.");
    }
  }

  private static boolean isSorted(LogicalPlan node) {
    if (node instanceof Sort sort) {
      return sort.global();
    }
    boolean keepsOrder =
        node instanceof GlobalLimit
            || node instanceof LocalLimit
            || node instanceof Offset
            || node instanceof Tail
            || node instanceof Project
            || node instanceof SubqueryAlias;
    return keepsOrder && isSorted(node.children().head());
  }

  private void report(LogicalPlan node, String subject, Reason reason, String instead) {
    found.add(new Finding(subject, reason, instead, Trees.line(node)));
  }
}
