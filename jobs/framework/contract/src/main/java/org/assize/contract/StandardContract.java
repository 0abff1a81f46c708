package org.assize.contract;

import java.util.List;
import java.util.Optional;

/**
 * Any contract of the Open Data Contract Standard, whoever wrote it: what can be said of it without
 * Assize's own profile.
 *
 * @param apiVersion version of the standard that it follows
 */
public record StandardContract(
    String apiVersion, String id, String version, String status, List<Table> tables) {

  public StandardContract {
    tables = List.copyOf(tables);
  }

  /** One entry of {@code schema}. */
  public record Table(String name, String description, List<Field> columns) {

    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * One column.
   *
   * @param physicalType as written, in the words of whichever system holds the table
   * @param fields its fields, for an object; those of its elements, for an array of objects
   */
  public record Field(
      String name,
      Optional<LogicalType> logicalType,
      Optional<String> physicalType,
      String description,
      Required required,
      List<Field> fields) {

    public Field {
      fields = List.copyOf(fields);
    }
  }

  /** What a contract says of absent values. */
  public enum Required {
    /** Part of the key. */
    KEY,
    /** Every row has a value. */
    YES,
    /** A row may have none. */
    NO
  }
}
