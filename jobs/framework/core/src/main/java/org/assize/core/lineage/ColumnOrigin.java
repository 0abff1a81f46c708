package org.assize.core.lineage;

import java.util.Comparator;

/**
 * A column that goes into another one.
 *
 * @param table full name of the table it is a column of, {@code database.table}
 * @param via name within it, where it holds more than one: a field of a raw record; else empty
 */
public record ColumnOrigin(String table, String column, Kind kind, String via)
    implements Comparable<ColumnOrigin> {

  /** What is done to a value on the way, the least first. */
  public enum Kind {
    IDENTITY,
    TRANSFORMATION,
    AGGREGATION;

    /** What is done when one follows the other. */
    public Kind then(Kind next) {
      return compareTo(next) < 0 ? next : this;
    }
  }

  /** A column of a table, unchanged. */
  public static ColumnOrigin of(String table, String column) {
    return new ColumnOrigin(table, column, Kind.IDENTITY, "");
  }

  /** The same after something more was done to it. */
  public ColumnOrigin then(Kind next) {
    return new ColumnOrigin(table, column, kind.then(next), via);
  }

  @Override
  public int compareTo(ColumnOrigin other) {
    return Comparator.comparing(ColumnOrigin::table)
        .thenComparing(ColumnOrigin::column)
        .thenComparing(ColumnOrigin::kind)
        .thenComparing(ColumnOrigin::via)
        .compare(this, other);
  }
}
