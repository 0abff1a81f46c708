package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.NamedParameter;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.PosParameter;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.spark.purity.Finding;
import org.assize.spark.purity.Reason;
import org.assize.spark.purity.Trees;

/** What the text of a query alone shows to be wrong, before any column is known. */
final class QueryRules {

  /** Named timestamps that a query may use. */
  static final Set<String> PARAMETERS = Set.of("interval_start", "interval_end");

  /** Functions that yield rows out of their arguments alone. */
  static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "range",
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "stack");

  private static final Pattern TABLE_NAME = Pattern.compile("\\w+");
  private static final Set<String> FORMATS =
      Set.of("avro", "binaryfile", "csv", "delta", "jdbc", "json", "orc", "parquet", "text");

  private final Place first;
  private final Problems problems;

  QueryRules(Place first, Problems problems) {
    this.first = first;
    this.problems = problems;
  }

  /** Checks names, parameters and what is read. */
  void checkShape(ParsedQuery query) {
    query.relations().forEach(this::checkRelation);
    Trees.visit(query.plan(), this::checkNode);
    Trees.visitParts(query.plan(), this::checkPart);
  }

  /** Adds what parsing alone found forbidden. */
  void addFindings(ParsedQuery query) {
    for (Finding finding : query.findings()) {
      problems.add(finding.problem(ErrorCode.SQL_FORBIDDEN, "A query", first));
    }
  }

  /** The names of tables, repeats left out. */
  static List<String> tables(ParsedQuery query) {
    List<String> tables = new ArrayList<>();
    for (UnresolvedRelation relation : query.relations()) {
      String name = ParsedQuery.name(relation);
      if (isTableName(relation) && !tables.contains(name)) {
        tables.add(name);
      }
    }
    return tables;
  }

  private static boolean isTableName(UnresolvedRelation relation) {
    List<String> parts = Trees.list(relation.multipartIdentifier());
    return parts.size() == 2 && !isPath(parts);
  }

  private static boolean isPath(List<String> parts) {
    return FORMATS.contains(parts.get(0).toLowerCase(Locale.ROOT))
        || !parts.stream().allMatch(part -> TABLE_NAME.matcher(part).matches());
  }

  private void checkRelation(UnresolvedRelation relation) {
    List<String> parts = Trees.list(relation.multipartIdentifier());
    if (parts.size() > 1 && isPath(parts)) {
      forbid(relation, "a path as a table", Reason.READ, "Name a table of the workspace.");
    } else if (parts.size() != 2) {
      problems.add(
          ErrorCode.SQL_INVALID,
          SqlFault.at(first, Trees.line(relation)),
          "`" + String.join(".", parts) + "` is not the full name of a table.",
          "",
          "Write `<domain>_<layer>.<table>`.");
    }
  }

  private void checkNode(LogicalPlan node) {
    if (node instanceof RelationTimeTravel) {
      forbid(
          node,
          "`VERSION AS OF` or `TIMESTAMP AS OF`",
          Reason.READ,
          "Each run pins the versions that it reads: leave it out.");
    } else if (node instanceof PlanWithUnresolvedIdentifier) {
      forbid(node, "`IDENTIFIER(…)`", Reason.READ, "Write the name of the table.");
    } else if (node instanceof UnresolvedTableValuedFunction function) {
      String name = function.name().last();
      if (!TABLE_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
        forbid(node, "the table function `" + name + "`", Reason.READ, "Read a table by its name.");
      }
    }
  }

  private void checkPart(Expression part) {
    Place place = SqlFault.at(first, Trees.line(part));
    if (part instanceof ExpressionWithUnresolvedIdentifier) {
      problems.add(
          new Finding("`IDENTIFIER(…)`", Reason.READ, "Write the name itself.", Trees.line(part))
              .problem(ErrorCode.SQL_FORBIDDEN, "A query", first));
    } else if (part instanceof NamedParameter parameter && !PARAMETERS.contains(parameter.name())) {
      problems.add(
          ErrorCode.SQL_INVALID,
          place,
          "Nobody gives the parameter `:" + parameter.name() + "` a value.",
          "",
          Nearest.hint(parameter.name(), PARAMETERS));
    } else if (part instanceof PosParameter) {
      problems.add(
          ErrorCode.SQL_INVALID,
          place,
          "Nobody gives the parameter `?` a value.",
          "",
          "Use `:interval_start` or `:interval_end`.");
    }
  }

  private void forbid(LogicalPlan node, String subject, Reason reason, String instead) {
    problems.add(
        new Finding(subject, reason, instead, Trees.line(node))
            .problem(ErrorCode.SQL_FORBIDDEN, "A query", first));
  }
}
