package org.assize.core.lineage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes into the columns of a table: the columns whose values do, not those that only choose or
 * order rows.
 *
 * @param columns origins by column, sorted; none where a column comes from no other, such as a
 *     literal or a count of rows
 */
public record ColumnOrigins(Map<String, List<ColumnOrigin>> columns) {

  /** Nothing is known of any column. */
  public static final ColumnOrigins UNKNOWN = new ColumnOrigins(Map.of());

  public ColumnOrigins {
    Map<String, List<ColumnOrigin>> sorted = new LinkedHashMap<>();
    columns.forEach((column, origins) -> sorted.put(column, origins.stream().sorted().toList()));
    columns = sorted;
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return columns.isEmpty();
  }
}
