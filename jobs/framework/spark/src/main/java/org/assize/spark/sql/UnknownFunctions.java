package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.spark.purity.ForbiddenFunctions;
import org.assize.spark.purity.Trees;

/** Functions that Spark does not have, all that a query calls, each with the nearest it has. */
final class UnknownFunctions {

  private final List<String> known;
  private final Set<String> expected;

  UnknownFunctions(List<String> known) {
    this.known = known;
    this.expected = new HashSet<>(known);
    // Those that this version of Spark lacks are reported as forbidden, which is enough.
    expected.addAll(ForbiddenFunctions.names());
  }

  List<Problem> in(LogicalPlan parsed, ErrorCode code, Place first) {
    Map<String, Problem> unknown = new LinkedHashMap<>();
    Trees.visitParts(
        parsed,
        part -> {
          String name = called(part);
          if (!name.isEmpty() && !expected.contains(name.toLowerCase(Locale.ROOT))) {
            Place place = SqlFault.at(first, Trees.line(part));
            String problem = "No function is called `" + name + "`.";
            unknown.putIfAbsent(
                place + name, new Problem(code, place, problem, "", Nearest.hint(name, known)));
          }
        });
    return new ArrayList<>(unknown.values());
  }

  private static String called(Expression part) {
    if (part instanceof UnresolvedFunction call) {
      return String.join(".", Trees.list(call.nameParts()));
    }
    return part instanceof UnresolvedGenerator call ? call.name().unquotedString() : "";
  }
}
