package org.assize.core.testcase;

import java.util.List;
import java.util.Optional;

/**
 * A small table as a CSV file holds it.
 *
 * @param file path as messages name it
 * @param columns names of its header
 */
public record CaseRows(String file, List<String> columns, List<CaseRow> rows) {

  public CaseRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param line the line on which it begins, from 1 on
   * @param values texts by column; empty for NULL
   */
  public record CaseRow(int line, List<Optional<String>> values) {

    public CaseRow {
      values = List.copyOf(values);
    }
  }
}
