package org.assize.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;

/**
 * How a table differs between two warehouses, here and there, in counts and never in a value.
 *
 * @param key columns by which rows were matched; empty where they were compared as a multiset
 * @param onlyHere rows that are only here: by key, or in all columns
 * @param onlyThere rows that are only there, likewise
 * @param differing rows of one key that differ in some column; 0 without a key
 * @param columns how many of those differ in each column, those that differ in none left out
 * @param schema columns that only one of the two has, or that have another type
 */
public record TableDifference(
    DatasetName table,
    Side here,
    Side there,
    List<String> key,
    long onlyHere,
    long onlyThere,
    long differing,
    Map<String, Long> columns,
    List<ColumnDifference> schema) {

  public TableDifference {
    key = List.copyOf(key);
    columns = new LinkedHashMap<>(columns);
    schema = List.copyOf(schema);
  }

  /** A version of the table, and its rows. */
  public record Side(String environment, long version, long rows) {}

  /**
   * A column that is not the same in both.
   *
   * @param here its type; empty where it is missing
   * @param there likewise
   */
  public record ColumnDifference(String column, Optional<String> here, Optional<String> there) {}

  /** Whether rows and columns are the same. */
  public boolean isEqual() {
    return onlyHere == 0 && onlyThere == 0 && differing == 0 && schema.isEmpty();
  }
}
