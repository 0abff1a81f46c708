package org.assize.spark.table;

import java.util.List;
import java.util.Optional;

/**
 * What was delivered for a quarantined row.
 *
 * @param fields the contract's columns, in their order
 * @param record the record as it came; empty unless somebody revealed it
 */
public record Payload(List<Field> fields, Optional<String> record) {

  public Payload {
    fields = List.copyOf(fields);
  }

  /**
   * One column.
   *
   * @param text the value as text; empty where there is none, or none that could be read
   * @param isMasked whether the column is classified, and its value left out
   */
  public record Field(String column, Optional<String> text, boolean isMasked) {}
}
