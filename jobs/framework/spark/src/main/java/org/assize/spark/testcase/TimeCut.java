package org.assize.spark.testcase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DateType;
import org.assize.contract.Interval;
import org.assize.core.Intervals;

/**
 * Where the rows of a case are cut in two: between two intervals of the table that reads them, or,
 * where all lie in one, in the middle of each file.
 *
 * @param at start of the first interval behind the cut; empty to cut in the middle
 */
record TimeCut(Interval own, Optional<Instant> at) {

  /** One of the tables that are cut. */
  record Timed(TypedRows rows, Interval interval) {

    private Optional<Instant> time(InternalRow row) {
      List<String> names = List.of(rows.schema().fieldNames());
      int column = names.indexOf(interval.column());
      if (column < 0 || row.isNullAt(column)) {
        return Optional.empty();
      }
      boolean isDate = rows.schema().apply(column).dataType() instanceof DateType;
      return Optional.of(
          isDate
              ? LocalDate.ofEpochDay(row.getInt(column))
                  .atStartOfDay(interval.timezone())
                  .toInstant()
              : Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS));
    }
  }

  static TimeCut of(Interval own, List<Timed> tables) {
    var intervals = new Intervals(own);
    var starts = new TreeSet<Instant>();
    for (Timed table : tables) {
      for (InternalRow row : table.rows().rows()) {
        table.time(row).ifPresent(time -> starts.add(intervals.of(time).start()));
      }
    }
    List<Instant> inOrder = List.copyOf(starts);
    return new TimeCut(
        own,
        inOrder.size() < 2 ? Optional.empty() : Optional.of(inOrder.get((inOrder.size() + 1) / 2)));
  }

  /** The rows before the cut, and those behind it. */
  List<TypedRows> halves(Timed table) {
    List<InternalRow> before = new ArrayList<>();
    List<InternalRow> after = new ArrayList<>();
    List<InternalRow> all = table.rows().rows();
    for (int i = 0; i < all.size(); i++) {
      boolean isBefore =
          at.isPresent()
              ? table.time(all.get(i)).filter(time -> time.isBefore(at.get())).isPresent()
              : i < (all.size() + 1) / 2;
      (isBefore ? before : after).add(all.get(i));
    }
    return List.of(table.rows().with(before), table.rows().with(after));
  }
}
