package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.assize.spark.purity.Finding;
import org.assize.spark.purity.PlanPurity;
import org.assize.spark.purity.Reason;
import org.assize.spark.purity.Trees;
import scala.runtime.AbstractPartialFunction;

/**
 * A statement as Spark's parser reads it, names defined in {@code WITH} put in their place.
 *
 * @param plan the unresolved plan; what it reads and {@code WITH} does not define is left as {@code
 *     UnresolvedRelation}
 * @param findings what is forbidden in it, as far as the text alone shows
 */
record ParsedQuery(LogicalPlan plan, List<Finding> findings) {

  /** Parses a statement. Throws Spark's {@code ParseException}, which Scala does not declare. */
  static ParsedQuery of(String sql) {
    LogicalPlan plan = CTESubstitution$.MODULE$.apply(CatalystSqlParser$.MODULE$.parsePlan(sql));
    return new ParsedQuery(plan, PlanPurity.check(plan));
  }

  /** Whether it does more than yield rows. */
  boolean isCommand() {
    return findings.stream().anyMatch(finding -> finding.reason() == Reason.COMMAND);
  }

  /** What it reads, in the order of the text. */
  List<UnresolvedRelation> relations() {
    List<UnresolvedRelation> relations = new ArrayList<>();
    Trees.visit(
        plan,
        node -> {
          if (node instanceof UnresolvedRelation relation) {
            relations.add(relation);
          }
        });
    relations.sort(Comparator.comparingInt(ParsedQuery::position));
    return relations;
  }

  /** The plan with each relation replaced. */
  LogicalPlan reading(Function<UnresolvedRelation, LogicalPlan> source) {
    return plan.transformDownWithSubqueries(new Replacement(source));
  }

  /** The name as a query writes it, {@code database.table}. */
  static String name(UnresolvedRelation relation) {
    return String.join(".", Trees.list(relation.multipartIdentifier()));
  }

  private static int position(UnresolvedRelation relation) {
    return relation.origin().startIndex().isEmpty()
        ? Integer.MAX_VALUE
        : (Integer) relation.origin().startIndex().get();
  }

  private static final class Replacement extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    private static final long serialVersionUID = 1L;
    private final transient Function<UnresolvedRelation, LogicalPlan> source;

    Replacement(Function<UnresolvedRelation, LogicalPlan> source) {
      this.source = source;
    }

    @Override
    public boolean isDefinedAt(LogicalPlan node) {
      return node instanceof UnresolvedRelation || node instanceof RelationTimeTravel;
    }

    @Override
    public LogicalPlan apply(LogicalPlan node) {
      if (node instanceof RelationTimeTravel travel) {
        return travel.relation() instanceof UnresolvedRelation relation
            ? source.apply(relation)
            : travel;
      }
      return source.apply((UnresolvedRelation) node);
    }
  }
}
