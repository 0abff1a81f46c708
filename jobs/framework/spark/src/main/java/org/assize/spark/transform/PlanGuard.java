package org.assize.spark.transform;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.spark.purity.PlanPurity;
import org.assize.spark.purity.Trees;

/**
 * Judges what a transform in Java did by the plan of its result, before anything is computed: it
 * may read nothing but its inputs and use nothing that a query may not use. What a class does
 * outside Spark, for example in a user-defined function, is not seen.
 */
public final class PlanGuard {

  private final List<LogicalPlan> inputs;
  private final Set<Object> sources = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlanGuard(Collection<Dataset<Row>> frames) {
    this.inputs = frames.stream().map(frame -> frame.queryExecution().analyzed()).toList();
    inputs.forEach(
        input -> Trees.list(input.collectLeaves()).forEach(leaf -> sources.add(source(leaf))));
  }

  /**
   * Checks the result of a transform.
   *
   * @param inputs the frames that the transform was given
   * @throws PlatformException TRANSFORM_FORBIDDEN, one problem for each thing found
   */
  public static void check(
      Dataset<Row> result, Collection<Dataset<Row>> inputs, DatasetName table) {
    var guard = new PlanGuard(inputs);
    List<Problem> problems =
        PlanPurity.check(result.queryExecution().analyzed(), guard::isInput).stream()
            .map(
                finding ->
                    finding.problem(
                        ErrorCode.TRANSFORM_FORBIDDEN, "The transform of " + table, Place.NOWHERE))
            .toList();
    if (!problems.isEmpty()) {
      throw new PlatformException(problems);
    }
  }

  /**
   * An input as it was given, or as Spark copied it for a join with itself. The same rows read anew
   * are no input: they have another source.
   */
  private boolean isInput(LogicalPlan node) {
    return inputs.stream().anyMatch(input -> input == node)
        || (Trees.list(node.collectLeaves()).stream().allMatch(this::isGiven)
            && (node.children().isEmpty()
                || inputs.stream().anyMatch(input -> input.sameResult(node))));
  }

  private boolean isGiven(LogicalPlan leaf) {
    return sources.contains(source(leaf));
  }

  /** What stays the same object however often Spark copies the leaf that reads it. */
  private static Object source(LogicalPlan leaf) {
    if (leaf instanceof LogicalRelation relation) {
      return relation.relation();
    }
    if (leaf instanceof LogicalRDD rows) {
      return rows.rdd();
    }
    return leaf;
  }
}
