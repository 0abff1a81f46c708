package org.assize.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Rows in, rows out, of a transform that is computed by interval: {@link #holdsFor} runs it over
 * the whole interval, split in two at every midnight, with a day more at either side, and with each
 * input's rows in reverse, and wants the same rows every time. A transform that looks further than
 * its inputs declare, or that depends on the order of rows, fails.
 *
 * <p>Not thread-safe; the frames are small, a case is for tests only.
 */
public final class TransformCase {

  private final SparkSession spark;
  private final String column;
  private final LocalDate first;
  private final LocalDate end;
  private final ZoneId zone;
  private final Map<String, CaseInput> inputs = new LinkedHashMap<>();
  private @Nullable Dataset<Row> expected;

  /** What is tested: one frame from named frames and a half-open interval. */
  @FunctionalInterface
  public interface Computation {
    Dataset<Row> apply(Map<String, Dataset<Row>> frames, Instant start, Instant end);
  }

  private TransformCase(
      SparkSession spark, String column, LocalDate first, LocalDate end, ZoneId zone) {
    this.spark = spark;
    this.column = column;
    this.first = first;
    this.end = end;
    this.zone = zone;
  }

  /**
   * A case over whole days.
   *
   * @param column the result's interval column, a date or timestamp
   * @param first first day, {@code yyyy-MM-dd}
   * @param end the day after the last
   * @param timezone whose days are meant, for example {@code Europe/London}
   */
  public static TransformCase days(
      SparkSession spark, String column, String first, String end, String timezone) {
    return new TransformCase(
        spark, column, LocalDate.parse(first), LocalDate.parse(end), ZoneId.of(timezone));
  }

  /** An input that each run sees whole; rows as in {@link Rows#frame}. */
  public TransformCase rows(String name, String ddlSchema, String... csvLines) {
    inputs.put(name, new CaseInput.Whole(Rows.frame(spark, ddlSchema, csvLines)));
    return this;
  }

  /**
   * An input of which each run sees its interval, longer by the lookback and the lookahead.
   *
   * @param timeColumn the date or timestamp by which rows belong to an interval
   */
  public TransformCase rowsByInterval(
      String name,
      String timeColumn,
      Duration lookback,
      Duration lookahead,
      String ddlSchema,
      String... csvLines) {
    Dataset<Row> frame = Rows.frame(spark, ddlSchema, csvLines);
    inputs.put(name, new CaseInput.ByInterval(frame, timeColumn, zone, lookback, lookahead));
    return this;
  }

  /** The rows that must come out for the whole interval. */
  public TransformCase expect(String ddlSchema, String... csvLines) {
    expected = Rows.frame(spark, ddlSchema, csvLines);
    return this;
  }

  /**
   * Runs the transform in every way and compares.
   *
   * @throws AssertionError naming the way in which it gave other rows
   */
  public void holdsFor(Computation computation) {
    if (expected == null) {
      throw new IllegalStateException("Say what to expect before running a case.");
    }
    same("In one interval", expected, run(computation, inputs, first, end));
    for (LocalDate cut = first.plusDays(1); cut.isBefore(end); cut = cut.plusDays(1)) {
      Dataset<Row> before = run(computation, inputs, first, cut);
      Dataset<Row> after = run(computation, inputs, cut, end);
      same("Split at the start of " + cut, expected, before.unionByName(after));
    }
    Dataset<Row> wider = run(computation, inputs, first.minusDays(1), end.plusDays(1));
    same("With a day more at either side", expected, within(wider, first, end));
    Map<String, CaseInput> reversed = new LinkedHashMap<>();
    inputs.forEach((name, input) -> reversed.put(name, input.over(reversed(input.frame()))));
    same("With the rows in reverse", expected, run(computation, reversed, first, end));
  }

  private Dataset<Row> run(
      Computation computation, Map<String, CaseInput> given, LocalDate from, LocalDate to) {
    Instant start = from.atStartOfDay(zone).toInstant();
    Instant stop = to.atStartOfDay(zone).toInstant();
    Map<String, Dataset<Row>> frames = new LinkedHashMap<>();
    given.forEach((name, input) -> frames.put(name, input.seen(start, stop)));
    return within(computation.apply(Collections.unmodifiableMap(frames), start, stop), from, to);
  }

  private Dataset<Row> reversed(Dataset<Row> frame) {
    List<Row> rows = new ArrayList<>(frame.collectAsList());
    Collections.reverse(rows);
    return spark.createDataFrame(rows, frame.schema());
  }

  private static void same(String way, Dataset<Row> expected, Dataset<Row> actual) {
    try {
      Rows.assertSameRows(actual, expected);
    } catch (AssertionError difference) {
      throw new AssertionError(way + ": " + difference.getMessage(), difference);
    }
  }

  private Dataset<Row> within(Dataset<Row> frame, LocalDate from, LocalDate to) {
    return CaseInput.between(
        frame,
        column,
        zone,
        from.atStartOfDay(zone).toInstant(),
        to.atStartOfDay(zone).toInstant());
  }
}
