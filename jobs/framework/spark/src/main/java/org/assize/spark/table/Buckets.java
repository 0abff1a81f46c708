package org.assize.spark.table;

import static org.apache.spark.sql.functions.expr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DateType;
import org.assize.contract.DataContract;
import org.assize.contract.Interval;
import org.assize.core.DataInterval;
import org.assize.core.Intervals;

/**
 * The intervals of a table's rows as whole numbers: the epoch day, the month counted from year 0,
 * or the epoch hour. Few distinct numbers stand for many rows.
 */
record Buckets(Interval interval, boolean isDate) {

  static Buckets of(DataContract contract) {
    Interval interval = contract.load().interval().orElseThrow();
    return new Buckets(interval, Shapes.type(contract, interval.column()) instanceof DateType);
  }

  /** The number of each row's interval; null where the column is null. */
  Column number() {
    String column = "`" + interval.column() + "`";
    String local =
        isDate ? column : "from_utc_timestamp(" + column + ", '" + interval.timezone() + "')";
    return expr(
        switch (interval.grain()) {
          case HOUR ->
              isDate
                  ? "CAST(unix_date(" + column + ") AS bigint) * 24"
                  : "floor(unix_seconds(" + column + ") / 3600)";
          case DAY -> "CAST(unix_date(CAST(" + local + " AS date)) AS bigint)";
          case MONTH -> "CAST(year(" + local + ") * 12 + month(" + local + ") - 1 AS bigint)";
        });
  }

  /** Rows whose interval column lies in a span, nulls left out. */
  Column within(DataInterval span) {
    String column = "`" + interval.column() + "`";
    if (!isDate) {
      return expr(
          column
              + " >= "
              + timestamp(span.start())
              + " AND "
              + column
              + " < "
              + timestamp(span.end()));
    }
    LocalDate first = span.start().atZone(interval.timezone()).toLocalDate();
    LocalDate last = span.end().minusNanos(1).atZone(interval.timezone()).toLocalDate();
    return expr(column + " >= DATE'" + first + "' AND " + column + " <= DATE'" + last + "'");
  }

  /** The spans that bucket numbers stand for, joined where they touch. */
  List<DataInterval> spans(Collection<Long> numbers) {
    var intervals = new Intervals(interval);
    List<DataInterval> spans = new ArrayList<>();
    for (long number : new TreeSet<>(numbers)) {
      spans.add(
          switch (interval.grain()) {
            case HOUR -> intervals.of(Instant.ofEpochSecond(number * 3600));
            case DAY -> intervals.of(LocalDate.ofEpochDay(number));
            case MONTH ->
                intervals.of(
                    LocalDate.of(
                        Math.toIntExact(Math.floorDiv(number, 12L)),
                        Math.toIntExact(Math.floorMod(number, 12L)) + 1,
                        1));
          });
    }
    return Intervals.coalesced(spans);
  }

  /** The spans that rows lie in, joined where they touch; nulls are left out. */
  List<DataInterval> spans(Dataset<Row> rows) {
    Set<Long> numbers = new TreeSet<>();
    rows.select(number().as("bucket"))
        .where("bucket IS NOT NULL")
        .distinct()
        .collectAsList()
        .forEach(row -> numbers.add(row.getLong(0)));
    return spans(numbers);
  }

  /** The numbers of every interval within spans. */
  Set<Long> numbers(Collection<DataInterval> spans) {
    var intervals = new Intervals(interval);
    Set<Long> numbers = new TreeSet<>();
    for (DataInterval span : spans) {
      for (DataInterval one : intervals.covering(span)) {
        LocalDate day = one.start().atZone(interval.timezone()).toLocalDate();
        numbers.add(
            switch (interval.grain()) {
              case HOUR -> Math.floorDiv(one.start().getEpochSecond(), 3600L);
              case DAY -> day.toEpochDay();
              case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            });
      }
    }
    return numbers;
  }

  private static String timestamp(Instant instant) {
    return "TIMESTAMP'" + instant + "'";
  }
}
