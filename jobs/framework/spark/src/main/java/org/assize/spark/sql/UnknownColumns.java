package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.spark.purity.Trees;

/** Columns that no table in reach has, all of a query, each with the nearest in reach. */
final class UnknownColumns {

  private final ErrorCode code;
  private final Place first;
  private final Set<LogicalPlan> outermost = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> anywhere = new HashSet<>();
  private final Map<String, Problem> certain = new LinkedHashMap<>();
  private final Map<String, Problem> perhaps = new LinkedHashMap<>();

  private UnknownColumns(ErrorCode code, Place first) {
    this.code = code;
    this.first = first;
  }

  /** What analysis left unresolved, and is not merely so because something below it is. */
  static List<Problem> in(LogicalPlan analyzed, ErrorCode code, Place first) {
    var unknown = new UnknownColumns(code, first);
    unknown.noteOutermost(analyzed);
    Trees.visit(analyzed, unknown::noteColumns);
    Trees.visit(analyzed, unknown::checkNode);
    return List.copyOf(
        unknown.certain.isEmpty() ? unknown.perhaps.values() : unknown.certain.values());
  }

  private void noteOutermost(LogicalPlan node) {
    outermost.add(node);
    Trees.list(node.children()).forEach(this::noteOutermost);
  }

  private void noteColumns(LogicalPlan node) {
    if (node.children().isEmpty() && node.resolved()) {
      Trees.list(node.output()).forEach(column -> anywhere.add(word(column.name())));
    }
  }

  private void checkNode(LogicalPlan node) {
    List<LogicalPlan> children = Trees.list(node.children());
    if (!children.stream().allMatch(LogicalPlan::resolved)) {
      return;
    }
    List<Attribute> reach = new ArrayList<>();
    children.forEach(child -> reach.addAll(Trees.list(child.output())));
    for (Expression expression : Trees.list(node.expressions())) {
      Trees.visitExpression(
          expression,
          part -> {
            if (part instanceof UnresolvedAttribute column) {
              note(column, reach, outermost.contains(node));
            }
          });
    }
  }

  /** In a subquery, a column may belong to an outer query that is itself at fault. */
  private void note(UnresolvedAttribute column, List<Attribute> reach, boolean isOutermost) {
    List<String> parts = Trees.list(column.nameParts());
    Place place = SqlFault.at(first, Trees.line(column));
    String name = String.join(".", parts);
    boolean isCertain = isOutermost || !anywhere.contains(word(parts.get(parts.size() - 1)));
    (isCertain ? certain : perhaps)
        .putIfAbsent(
            place + name,
            new Problem(
                code,
                place,
                "No column is called `" + name + "` here.",
                "",
                Nearest.hint(name, written(reach, parts.size() > 1))));
  }

  private static Set<String> written(List<Attribute> columns, boolean withTable) {
    Set<String> names = new LinkedHashSet<>();
    for (Attribute column : columns) {
      List<String> table = Trees.list(column.qualifier());
      String prefix = withTable && !table.isEmpty() ? table.get(table.size() - 1) + "." : "";
      names.add(prefix + column.name());
    }
    return names;
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
