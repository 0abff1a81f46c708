package org.assize.spark.purity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.AesEncrypt;
import org.apache.spark.sql.catalyst.expressions.AssertTrue;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.CurrentCatalog;
import org.apache.spark.sql.catalyst.expressions.CurrentDatabase;
import org.apache.spark.sql.catalyst.expressions.CurrentDate;
import org.apache.spark.sql.catalyst.expressions.CurrentTimeZone;
import org.apache.spark.sql.catalyst.expressions.CurrentTimestamp;
import org.apache.spark.sql.catalyst.expressions.CurrentUser;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InputFileBlockLength;
import org.apache.spark.sql.catalyst.expressions.InputFileBlockStart;
import org.apache.spark.sql.catalyst.expressions.InputFileName;
import org.apache.spark.sql.catalyst.expressions.LocalTimestamp;
import org.apache.spark.sql.catalyst.expressions.MonotonicallyIncreasingID;
import org.apache.spark.sql.catalyst.expressions.Now;
import org.apache.spark.sql.catalyst.expressions.NthValue;
import org.apache.spark.sql.catalyst.expressions.RaiseError;
import org.apache.spark.sql.catalyst.expressions.Rand;
import org.apache.spark.sql.catalyst.expressions.Randn;
import org.apache.spark.sql.catalyst.expressions.Shuffle;
import org.apache.spark.sql.catalyst.expressions.SparkPartitionID;
import org.apache.spark.sql.catalyst.expressions.SparkVersion;
import org.apache.spark.sql.catalyst.expressions.Uuid;
import org.apache.spark.sql.catalyst.expressions.aggregate.AnyValue;
import org.apache.spark.sql.catalyst.expressions.aggregate.ApproximatePercentile;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectList;
import org.apache.spark.sql.catalyst.expressions.aggregate.CollectSet;
import org.apache.spark.sql.catalyst.expressions.aggregate.First;
import org.apache.spark.sql.catalyst.expressions.aggregate.HistogramNumeric;
import org.apache.spark.sql.catalyst.expressions.aggregate.Last;
import org.apache.spark.sql.catalyst.expressions.aggregate.Mode;

/** The functions that no transform may use, each with the reason and with what to use instead. */
public final class ForbiddenFunctions {

  /**
   * A function under all its names.
   *
   * @param type what Catalyst makes of it
   * @param names in lower case; one that ends in {@code ()} is meant without arguments only
   * @param instead what to use, a sentence
   */
  public record Function(
      Class<? extends Expression> type, List<String> names, Reason reason, String instead) {}

  private static final String INTERVAL =
      "Use a column of the data, or in a query `:interval_start` and `:interval_end`.";
  private static final String COLUMN = "Use a column of the data.";
  private static final String DERIVE =
      "Derive it from columns, for example with `xxhash64` or `sha2`.";
  private static final String SAY_ORDER = "Use `max_by` or `min_by`, or a window with `ORDER BY`.";
  private static final String SORT = "Write `sort_array(collect_list(…))`.";
  private static final String BUILT_IN = "Use a built-in function, or write a Java transform.";
  private static final String RULE = "State it as a quality rule of the contract.";

  /** Every forbidden function, by reason. */
  public static final List<Function> ALL =
      List.of(
          function(Reason.CLOCK, INTERVAL, CurrentDate.class, "current_date", "curdate"),
          function(
              Reason.CLOCK,
              INTERVAL,
              CurrentTimestamp.class,
              "current_timestamp",
              "unix_timestamp()"),
          function(Reason.CLOCK, INTERVAL, Now.class, "now"),
          function(Reason.CLOCK, INTERVAL, LocalTimestamp.class, "localtimestamp"),
          function(Reason.RUN, COLUMN, CurrentTimeZone.class, "current_timezone"),
          function(Reason.RUN, COLUMN, CurrentUser.class, "current_user", "user", "session_user"),
          function(Reason.RUN, COLUMN, CurrentDatabase.class, "current_database", "current_schema"),
          function(Reason.RUN, COLUMN, CurrentCatalog.class, "current_catalog"),
          function(Reason.RUN, COLUMN, SparkVersion.class, "version"),
          function(Reason.PLACEMENT, COLUMN, InputFileName.class, "input_file_name"),
          function(Reason.PLACEMENT, COLUMN, InputFileBlockStart.class, "input_file_block_start"),
          function(Reason.PLACEMENT, COLUMN, InputFileBlockLength.class, "input_file_block_length"),
          function(Reason.PLACEMENT, COLUMN, SparkPartitionID.class, "spark_partition_id"),
          function(
              Reason.PLACEMENT,
              DERIVE,
              MonotonicallyIncreasingID.class,
              "monotonically_increasing_id"),
          function(Reason.CHANCE, DERIVE, Rand.class, "rand", "random"),
          function(Reason.CHANCE, DERIVE, Randn.class, "randn"),
          function(Reason.CHANCE, DERIVE, Uuid.class, "uuid"),
          function(Reason.CHANCE, "Use `sort_array`.", Shuffle.class, "shuffle"),
          function(Reason.CHANCE, "Use `sha2`.", AesEncrypt.class, "aes_encrypt"),
          function(Reason.ORDER, SAY_ORDER, First.class, "first", "first_value"),
          function(Reason.ORDER, SAY_ORDER, Last.class, "last", "last_value"),
          function(Reason.ORDER, SAY_ORDER, AnyValue.class, "any_value"),
          function(Reason.ORDER, SAY_ORDER, NthValue.class, "nth_value"),
          function(Reason.ORDER, SORT, CollectList.class, "collect_list", "array_agg"),
          function(
              Reason.ORDER, "Write `sort_array(collect_set(…))`.", CollectSet.class, "collect_set"),
          function(
              Reason.ORDER,
              "Count, then take `max_by(value, struct(count, value))`.",
              Mode.class,
              "mode"),
          function(
              Reason.ORDER,
              "Use `percentile` or `median`.",
              ApproximatePercentile.class,
              "percentile_approx",
              "approx_percentile"),
          function(
              Reason.ORDER,
              "Group by `width_bucket`.",
              HistogramNumeric.class,
              "histogram_numeric"),
          function(
              Reason.CODE,
              BUILT_IN,
              CallMethodViaReflection.class,
              "reflect",
              "java_method",
              "try_reflect"),
          function(Reason.MESSAGE, RULE, RaiseError.class, "raise_error"),
          function(Reason.MESSAGE, RULE, AssertTrue.class, "assert_true"));

  private static final Map<String, Function> BY_NAME = byName();
  private static final Map<Class<?>, Function> BY_TYPE = byType();

  private ForbiddenFunctions() {}

  /** The forbidden function of that name, when called with so many arguments. */
  static Optional<Function> named(String name, int arguments) {
    String word = name.toLowerCase(Locale.ROOT);
    Function bare = arguments == 0 ? BY_NAME.get(word + "()") : null;
    return Optional.ofNullable(bare != null ? bare : BY_NAME.get(word));
  }

  /** The forbidden function that an expression calls. */
  static Optional<Function> called(Expression expression) {
    return Optional.ofNullable(BY_TYPE.get(expression.getClass()));
  }

  private static Function function(
      Reason reason, String instead, Class<? extends Expression> type, String... names) {
    return new Function(type, List.of(names), reason, instead);
  }

  private static Map<String, Function> byName() {
    Map<String, Function> byName = new LinkedHashMap<>();
    ALL.forEach(function -> function.names().forEach(name -> byName.put(name, function)));
    return byName;
  }

  private static Map<Class<?>, Function> byType() {
    Map<Class<?>, Function> byType = new LinkedHashMap<>();
    ALL.forEach(function -> byType.put(function.type(), function));
    return byType;
  }

  /** Every forbidden name, as written in a query. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    ALL.forEach(function -> names.addAll(function.names()));
    return names;
  }
}
