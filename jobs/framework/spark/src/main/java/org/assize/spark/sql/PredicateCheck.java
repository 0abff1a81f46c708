package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.RLike;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Column;
import org.assize.contract.pattern.Ambiguity;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.spark.purity.Finding;
import org.assize.spark.purity.PlanPurity;
import org.assize.spark.purity.Trees;

/** Checks that a rule's predicate is a boolean function of one row. */
final class PredicateCheck {

  /** Columns that the engine adds to the rows that it judges, all {@code bigint}. */
  private static final Pattern ENGINE_COLUMN = Pattern.compile("_fault|_unreadable_\\d+");

  /** What Spark calls the groups of functions that do not map one row to one value. */
  private static final Map<String, String> NOT_OF_ONE_ROW =
      Map.of(
          "agg_funcs", "which looks at more than one row",
          "window_funcs", "which looks at more than one row",
          "generator_funcs", "which yields rows");

  private static final ErrorCode CODE = ErrorCode.RULE_INVALID;

  private final QueryAnalyzer analyzer;
  private final UnknownFunctions functions;

  PredicateCheck(QueryAnalyzer analyzer) {
    this.analyzer = analyzer;
    this.functions = new UnknownFunctions(analyzer.functionNames());
  }

  /** Reports every fault at the rule's own place: how its text is folded in the file is unknown. */
  void check(String predicate, List<Column> columns, Place place, Problems problems) {
    List<Problem> faults = new ArrayList<>();
    try {
      check(CatalystSqlParser$.MODULE$.parseExpression(predicate), columns, place, faults);
    } catch (Exception fault) {
      faults.add(SqlFault.of(CatalystInspector.analysis(fault), CODE, "The rule", place));
    }
    faults.forEach(
        fault -> problems.add(CODE, place, fault.problem(), fault.cause(), fault.mend()));
  }

  private void check(Expression predicate, List<Column> all, Place place, List<Problem> faults) {
    List<Column> columns = named(predicate, all);
    var filter = new Filter(predicate, QueryAnalyzer.relation(columns));
    Trees.visitExpression(predicate, part -> checkPart(part, place, faults));
    List<Finding> findings = PlanPurity.check(filter);
    findings.forEach(finding -> faults.add(finding.problem(CODE, "A rule", place)));
    faults.addAll(functions.in(filter, CODE, place));
    if (!faults.isEmpty()) {
      return;
    }
    LogicalPlan plan = analyzer.analyze(new Filter(predicate, rows(predicate, columns)));
    List<Finding> further = new ArrayList<>(PlanPurity.check(plan));
    further.forEach(finding -> faults.add(finding.problem(CODE, "A rule", place)));
    faults.addAll(UnknownColumns.in(plan, CODE, place));
    if (faults.isEmpty() && plan instanceof Filter judged && judged.condition().resolved()) {
      if (!judged.condition().dataType().equals(DataTypes.BooleanType)) {
        String type = judged.condition().dataType().catalogString();
        faults.add(
            new Problem(
                CODE,
                place,
                "The rule is " + type + ", not boolean.",
                "",
                "Write what a valid row meets, for example `amount >= 0`."));
        return;
      }
    }
    if (faults.isEmpty()) {
      analyzer.check(plan);
    }
  }

  /**
   * The columns that a predicate names: a wide table's many rules would each be resolved against
   * all of it. Every column where it names one that is not there, so that the nearest is found.
   */
  private static List<Column> named(Expression predicate, List<Column> columns) {
    Set<String> names = new HashSet<>();
    Trees.visitExpression(
        predicate,
        part -> {
          if (part instanceof UnresolvedAttribute column) {
            names.add(column.nameParts().head().toLowerCase(Locale.ROOT));
          }
        });
    List<Column> named =
        columns.stream().filter(c -> names.contains(c.name().toLowerCase(Locale.ROOT))).toList();
    return named.size() == names.size() ? named : columns;
  }

  private void checkPart(Expression part, Place place, List<Problem> faults) {
    if (part instanceof PlanExpression<?>) {
      faults.add(
          new Problem(
              CODE,
              place,
              "A rule may not contain a query.",
              "It sees one row.",
              "State a relationship, or write a derived table."));
    } else if (part instanceof RLike like) {
      pattern(like.right(), place, faults);
    } else if (part instanceof UnresolvedFunction call) {
      patternOf(call, place, faults);
      String name = call.nameParts().last();
      String group = analyzer.functionGroup(name);
      if (NOT_OF_ONE_ROW.containsKey(group)) {
        faults.add(
            new Problem(
                CODE,
                place,
                "A rule may not use `" + name + "`, " + NOT_OF_ONE_ROW.get(group) + ".",
                "It sees one row.",
                "State a rule over the table, or write a derived table."));
      }
    }
  }

  /** The second argument of Spark's functions of regular expressions. */
  private static void patternOf(UnresolvedFunction call, Place place, List<Problem> faults) {
    String name = call.nameParts().last().toLowerCase(Locale.ROOT);
    boolean isPattern = name.startsWith("regexp") || name.equals("rlike") || name.equals("split");
    if (isPattern && call.arguments().size() > 1) {
      pattern(call.arguments().apply(1), place, faults);
    }
  }

  private static void pattern(Expression pattern, Place place, List<Problem> faults) {
    if (pattern instanceof Literal text && text.value() != null) {
      Ambiguity.in(text.value().toString())
          .ifPresent(
              part ->
                  faults.add(
                      new Problem(
                          CODE,
                          place,
                          "The pattern of the rule can take for ever.",
                          "`" + part + "` is repeated and can match one text in many ways.",
                          "Let its parts differ, or never give back: `[a-z]++`, not `[a-z]+`.")));
    }
  }

  private static LogicalPlan rows(Expression predicate, List<Column> columns) {
    var schema = new StructType();
    for (Column column : columns) {
      schema = schema.add(column.name(), QueryAnalyzer.type(column));
    }
    List<String> added = new ArrayList<>();
    Trees.visitExpression(
        predicate,
        part -> {
          if (part instanceof UnresolvedAttribute column
              && ENGINE_COLUMN.matcher(column.name()).matches()
              && !added.contains(column.name())) {
            added.add(column.name());
          }
        });
    for (String name : added) {
      schema = schema.add(name, DataTypes.LongType);
    }
    return LocalRelation$.MODULE$.apply(schema);
  }
}
