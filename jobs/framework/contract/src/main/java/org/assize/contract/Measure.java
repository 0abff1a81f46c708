package org.assize.contract;

import java.util.List;

/**
 * What a rule over many rows measures: one number for the accepted rows of a batch. NULL counts in
 * {@link #ROW_COUNT} alone; over no rows every other measure is absent.
 */
public enum Measure {
  ROW_COUNT("Size", 0, Operand.ANY, "rows", "count(*)", "number of rows"),
  BROKEN_ROWS("Compliance", 0, Operand.ANY, "rows", "", "rows that break a condition"),
  DUPLICATES("Uniqueness", -1, Operand.ANY, "rows", "", "rows beyond the first of each key"),
  MEAN("Mean", 1, Operand.NUMBER, "", "avg(%s)", "mean"),
  MINIMUM("Minimum", 1, Operand.NUMBER, "", "min(%s)", "smallest value"),
  MAXIMUM("Maximum", 1, Operand.NUMBER, "", "max(%s)", "largest value"),
  SUM("Sum", 1, Operand.NUMBER, "", "sum(%s)", "sum"),
  STANDARD_DEVIATION(
      "StandardDeviation", 1, Operand.NUMBER, "", "stddev_pop(%s)", "standard deviation"),
  DISTINCT_VALUES(
      "ApproxCountDistinct",
      1,
      Operand.ANY,
      "",
      "approx_count_distinct(%s)",
      "number of different values, to about 5 %"),
  QUANTILE(
      "ApproxQuantile", 1, Operand.NUMBER, "", "percentile_approx(%s, :at)", "value at a quantile"),
  CORRELATION("Correlation", 2, Operand.NUMBER, "", "corr(%s, %s)", "Pearson's correlation"),
  FRESHNESS(
      "CustomSql",
      1,
      Operand.TIME,
      "hours",
      "(:now - unix_seconds(max(CAST(%s AS timestamp)))) / 3600.0",
      "hours between the latest value and the run"),
  LATENCY(
      "CustomSql",
      2,
      Operand.TIME,
      "minutes",
      "percentile_approx((unix_seconds(CAST(%2$s AS timestamp))"
          + " - unix_seconds(CAST(%1$s AS timestamp))) / 60.0, :at)",
      "minutes from the first column to the second, at a quantile"),
  LONGEST_GAP(
      "CustomSql", 1, Operand.TIME, "minutes", "", "longest time without a row, within each `by`"),
  HISTOGRAM_DISTANCE(
      "CustomSql",
      1,
      Operand.ANY,
      "",
      "",
      "largest difference of a value's share of rows, beside the rows already there"),
  QUERY("CustomSql", 0, Operand.ANY, "", "", "the one number that a query gives");

  private final String analyzer;
  private final int columns;
  private final Operand operand;
  private final String unit;
  private final String expression;
  private final String words;

  Measure(
      String analyzer, int columns, Operand operand, String unit, String expression, String words) {
    this.analyzer = analyzer;
    this.columns = columns;
    this.operand = operand;
    this.unit = unit;
    this.expression = expression;
    this.words = words;
  }

  /** What columns a measure takes. */
  public enum Operand {
    ANY,
    NUMBER,
    TIME
  }

  /** Deequ's analyzer that judges it. */
  public String analyzer() {
    return analyzer;
  }

  /** How many columns it takes; -1 for any number from one on. */
  public int columns() {
    return columns;
  }

  /** What its columns hold. */
  public Operand operand() {
    return operand;
  }

  /** Its unit; empty where it has the column's. */
  public String unit() {
    return unit;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** Whether a contract may ask for it by name. */
  public boolean isNamed() {
    return this != BROKEN_ROWS && this != DUPLICATES && this != QUERY;
  }

  /** Whether it is observed while the rows are written; otherwise it reads the candidate again. */
  public boolean isFused() {
    return !expression.isEmpty() || this == BROKEN_ROWS;
  }

  /** Whether it is measured at a quantile. */
  public boolean hasQuantile() {
    return expression.contains(":at");
  }

  /**
   * The aggregate as Spark SQL, in which {@code :now} stands for the seconds of the batch's time
   * and {@code :at} for the quantile.
   *
   * @throws IllegalStateException when it is not fused
   */
  public String expression(List<String> quotedColumns) {
    if (expression.isEmpty()) {
      throw new IllegalStateException(this + " is no aggregate");
    }
    return String.format(java.util.Locale.ROOT, expression, quotedColumns.toArray());
  }
}
