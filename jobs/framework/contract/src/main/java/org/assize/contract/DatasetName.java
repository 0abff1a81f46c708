package org.assize.contract;

/**
 * The full name of a table. Written {@code <domain>_<layer>.<table>}; table and source names are
 * unique within a domain, so {@code domain/table} selects one.
 */
public record DatasetName(String domain, Layer layer, String table)
    implements Comparable<DatasetName> {

  /** The database, {@code <domain>_<layer>}. */
  public String database() {
    return domain + "_" + layer.word();
  }

  /** The form used on the command line, {@code domain/table}. */
  public String selector() {
    return domain + "/" + table;
  }

  /** The path below the warehouse, {@code <layer>/<domain>/<table>}. */
  public String path() {
    return layer.word() + "/" + domain + "/" + table;
  }

  /** The table of the rows that this table's contract refused. */
  public DatasetName quarantine() {
    return new DatasetName(domain, Layer.QUARANTINE, table);
  }

  @Override
  public int compareTo(DatasetName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return database() + "." + table;
  }
}
