package org.assize.spark.condition;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.assize.contract.JavaCondition;
import org.assize.contract.rule.RowRule;

/** What the classes of rules say of each row, as boolean columns beside it. */
public final class Conditions {

  private Conditions() {}

  /** The frame with a column for each rule in Java; {@link #off} takes them away again. */
  public static Dataset<Row> on(Dataset<Row> frame, List<RowRule> rules) {
    Dataset<Row> judged = frame;
    for (RowRule rule : rules) {
      if (rule.java().isPresent()) {
        judged =
            judged.withColumn(RowRule.judged(rule.id()), column(rule, rule.java().get(), frame));
      }
    }
    return judged;
  }

  /** The frame without those columns. */
  public static Dataset<Row> off(Dataset<Row> frame, List<RowRule> rules) {
    Dataset<Row> plain = frame;
    for (RowRule rule : rules) {
      if (rule.java().isPresent()) {
        plain = plain.drop(col("`" + RowRule.judged(rule.id()) + "`"));
      }
    }
    return plain;
  }

  private static Column column(RowRule rule, JavaCondition java, Dataset<Row> frame) {
    List<Column> values = new ArrayList<>();
    List<Boolean> days = new ArrayList<>();
    List<Boolean> moments = new ArrayList<>();
    Column isAbsent = lit(false);
    for (String name : java.columns()) {
      Column value = col("`" + name + "`");
      DataType type = frame.schema().apply(name).dataType();
      days.add(type.equals(DataTypes.DateType));
      moments.add(type.equals(DataTypes.TimestampType));
      // As numbers, for Spark's own conversion goes through a calendar with a gap.
      values.add(
          type.equals(DataTypes.DateType)
              ? unix_date(value)
              : type.equals(DataTypes.TimestampType) ? unix_micros(value) : value);
      isAbsent = isAbsent.or(value.isNull());
    }
    var function = new ConditionFunction(rule.id(), java, days, moments, rule.place());
    Column answer =
        udf(function, DataTypes.BooleanType).apply(struct(values.toArray(new Column[0])));
    Column judged = when(isAbsent, lit(!rule.terms().nullFails())).otherwise(answer);
    return rule.terms().where().map(w -> when(expr(w), judged).otherwise(lit(true))).orElse(judged);
  }
}
