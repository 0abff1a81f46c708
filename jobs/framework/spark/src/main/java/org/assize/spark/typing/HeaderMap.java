package org.assize.spark.typing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where each column stands under one header. */
final class HeaderMap {

  static final int MISSING = -1;

  private final int fields;
  private final int[] places;
  private final boolean isComplete;

  HeaderMap(List<String> names, List<Target> columns, List<String> placeholders) {
    this.fields = names.size();
    this.places = columns.stream().mapToInt(column -> find(column, names, placeholders)).toArray();
    this.isComplete = Arrays.stream(places).noneMatch(place -> place == MISSING);
  }

  /** How many fields a record should have. */
  int fields() {
    return fields;
  }

  /** The index of a column's field, or a place whose {@link #placeholder} it reads. */
  int place(int column) {
    return places[column];
  }

  /** Whether every column stands somewhere. */
  boolean isComplete() {
    return isComplete;
  }

  /** The first name of a column that is there; one that is there twice is nowhere. */
  static int find(Target column, List<String> names, List<String> placeholders) {
    for (String name : column.sources()) {
      int placeholder = name.startsWith("_") ? placeholders.indexOf(name.substring(1)) : -1;
      if (placeholder >= 0) {
        return -2 - placeholder;
      }
      int field = names.indexOf(name);
      if (field >= 0) {
        return Collections.frequency(names, name) == 1 ? field : MISSING;
      }
    }
    return MISSING;
  }

  /** The placeholder at a place that is no field. */
  static int placeholder(int place) {
    return -2 - place;
  }
}
