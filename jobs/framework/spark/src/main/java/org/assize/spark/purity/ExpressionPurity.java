package org.assize.spark.purity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.expressions.ArrayContains;
import org.apache.spark.sql.catalyst.expressions.ArrayMax;
import org.apache.spark.sql.catalyst.expressions.ArrayMin;
import org.apache.spark.sql.catalyst.expressions.ArraySize;
import org.apache.spark.sql.catalyst.expressions.ArraySort;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.RuntimeReplaceable;
import org.apache.spark.sql.catalyst.expressions.Size;
import org.apache.spark.sql.catalyst.expressions.SortArray;
import org.apache.spark.sql.catalyst.expressions.SpecifiedWindowFrame;
import org.apache.spark.sql.catalyst.expressions.UnboundedFollowing$;
import org.apache.spark.sql.catalyst.expressions.UnboundedPreceding$;
import org.apache.spark.sql.catalyst.expressions.UnresolvedWindowExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowSpecDefinition;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectList;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Finds what is forbidden in one expression, parsed or analysed. Subqueries are not entered. */
final class ExpressionPurity {

  /** What surrounds a call and takes the chance out of the order of rows. */
  private enum Around {
    NOTHING,
    ORDERED_WINDOW,
    SORT
  }

  private static final Set<Class<?>> ORDER_FREE =
      Set.of(
          SortArray.class,
          ArraySort.class,
          ArrayMin.class,
          ArrayMax.class,
          ArrayContains.class,
          ArraySize.class,
          Size.class);
  private static final Set<String> ORDER_FREE_NAMES =
      Set.of("sort_array", "array_min", "array_max", "array_contains", "size", "array_size");
  private static final Set<String> COLLECTORS = Set.of("collect_list", "collect_set", "array_agg");
  private static final Set<DataType> TIMES =
      Set.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);
  private static final Pattern SPECIAL_TIME =
      Pattern.compile("\\s*(now|today|tomorrow|yesterday)\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[\\w.`]+");

  private final Consumer<Finding> found;

  ExpressionPurity(Consumer<Finding> found) {
    this.found = found;
  }

  void check(Expression expression) {
    check(expression, Around.NOTHING);
  }

  private void check(Expression expression, Around around) {
    Optional<ForbiddenFunctions.Function> forbidden = forbidden(expression);
    if (forbidden.isPresent()) {
      if (!isMended(expression, forbidden.get(), around)) {
        report(expression, forbidden.get().reason(), forbidden.get().instead());
      }
    } else if (isChance(expression)) {
      report(expression, Reason.CHANCE, "Use a deterministic function.");
    } else if (isSpecialTime(expression)) {
      found.accept(
          new Finding(
              "`'now'`, `'today'`, `'yesterday'` or `'tomorrow'` as a time",
              Reason.CLOCK,
              "Use a column of the data, or in a query `:interval_start` and `:interval_end`.",
              Trees.line(expression)));
    } else if (expression instanceof AttributeReference column
        && column.metadata().contains("__metadata_col")) {
      report(expression, Reason.PLACEMENT, "Use a column of the data.");
    }
    descend(expression, around);
  }

  private void descend(Expression expression, Around around) {
    if (expression instanceof WindowExpression window) {
      WindowSpecDefinition spec = window.windowSpec();
      boolean isOrdered = !spec.orderSpec().isEmpty();
      if (!isOrdered && cutsRows(spec)) {
        found.accept(
            new Finding(
                "`ROWS` in a window without `ORDER BY`",
                Reason.ORDER,
                "Add `ORDER BY` to the window.",
                Trees.line(window)));
      }
      check(window.windowFunction(), isOrdered ? Around.ORDERED_WINDOW : Around.NOTHING);
      check(spec, Around.NOTHING);
      return;
    }
    Around inner = Around.NOTHING;
    if (expression instanceof UnresolvedWindowExpression) {
      // Its window is named elsewhere in the query: judged once analysis has put it in place.
      inner = Around.ORDERED_WINDOW;
    } else if (expression instanceof AggregateExpression) {
      inner = around;
    } else if (isOrderFree(expression)) {
      inner = Around.SORT;
    }
    for (Expression child : Trees.list(expression.children())) {
      check(child, inner);
    }
  }

  private static Optional<ForbiddenFunctions.Function> forbidden(Expression expression) {
    if (expression instanceof UnresolvedFunction call) {
      List<String> parts = Trees.list(call.nameParts());
      return ForbiddenFunctions.named(parts.get(parts.size() - 1), call.arguments().size());
    }
    if (expression instanceof UnresolvedGenerator call) {
      return ForbiddenFunctions.named(call.name().funcName(), call.children().size());
    }
    return ForbiddenFunctions.called(expression);
  }

  private static boolean isMended(
      Expression expression, ForbiddenFunctions.Function function, Around around) {
    return function.reason() == Reason.ORDER
        && (around == Around.ORDERED_WINDOW || (around == Around.SORT && isCollector(expression)));
  }

  private static boolean isCollector(Expression expression) {
    return expression instanceof CollectList
        || expression instanceof CollectSet
        || (expression instanceof UnresolvedFunction call && COLLECTORS.contains(name(call)));
  }

  private static boolean isOrderFree(Expression expression) {
    if (expression instanceof UnresolvedFunction call) {
      return ORDER_FREE_NAMES.contains(name(call))
          || (name(call).equals("array_sort") && call.arguments().size() == 1);
    }
    return ORDER_FREE.contains(expression.getClass());
  }

  private static String name(UnresolvedFunction call) {
    return call.nameParts().last().toLowerCase(Locale.ROOT);
  }

  private static boolean isChance(Expression expression) {
    return !(expression instanceof PlanExpression<?>)
        && !expression.deterministic()
        && Trees.list(expression.children()).stream().allMatch(Expression::deterministic);
  }

  /** Spark reads the words as the moment of the query, wherever a constant becomes a time. */
  private static boolean isSpecialTime(Expression expression) {
    if (expression instanceof RuntimeReplaceable shorthand && expression.resolved()) {
      return shorthand.replacement() instanceof Cast cast && isSpecialTime(cast);
    }
    if (expression instanceof Cast cast && TIMES.contains(cast.dataType())) {
      return cast.child() instanceof Literal literal
          && literal.value() instanceof UTF8String text
          && SPECIAL_TIME.matcher(text.toString()).matches();
    }
    if (expression instanceof Literal literal && TIMES.contains(literal.dataType())) {
      String written = Trees.text(literal);
      int quote = written.indexOf('\'');
      return quote >= 0 && SPECIAL_TIME.matcher(written.substring(quote + 1)).matches();
    }
    return false;
  }

  private static boolean cutsRows(WindowSpecDefinition spec) {
    return spec.frameSpecification() instanceof SpecifiedWindowFrame frame
        && !(frame.lower() == UnboundedPreceding$.MODULE$
            && frame.upper() == UnboundedFollowing$.MODULE$);
  }

  private void report(Expression expression, Reason reason, String instead) {
    found.accept(
        new Finding("`" + name(expression) + "`", reason, instead, Trees.line(expression)));
  }

  private static String name(Expression expression) {
    Matcher written = NAME.matcher(Trees.text(expression));
    if (written.lookingAt()) {
      return written.group().toLowerCase(Locale.ROOT).replace("`", "");
    }
    if (expression instanceof AttributeReference column) {
      return column.name();
    }
    return expression instanceof UserDefinedExpression own ? own.name() : expression.prettyName();
  }
}
