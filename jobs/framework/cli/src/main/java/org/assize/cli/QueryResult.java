package org.assize.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query.
 *
 * @param rows values as text, number, boolean, list or map; null where the value is NULL
 * @param cut whether there were more rows than asked for
 */
record QueryResult(List<ResultColumn> columns, List<List<@Nullable Object>> rows, boolean cut) {

  QueryResult {
    columns = List.copyOf(columns);
    // List.copyOf refuses nulls, and a row may hold NULL.
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }

  /**
   * A column of a result.
   *
   * @param type Spark SQL type
   */
  record ResultColumn(String name, String type) {}
}
