package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.DataContract;
import org.assize.contract.Drift;
import org.assize.contract.Format;
import org.assize.contract.SourceUse;
import org.assize.spark.typing.SourceColumns;

/** What a batch reads from raw: how many records, and which columns nobody asked for. */
final class RecordCounts {

  /** The first record of a file stands behind its header; one record tells as much as all. */
  private static final long LONGEST_HEADER = 1 << 20;

  private final DataContract contract;
  private final Set<String> unknown = new TreeSet<>();
  private long read;
  private boolean hasRows;
  private boolean hasReplayed;
  private boolean hasFrozen;

  RecordCounts(DataContract contract) {
    this.contract = contract;
  }

  void add(SourceUse use, Dataset<Row> raw, long records) {
    read += records;
    hasRows |= use.rows().isPresent();
    if (use.source().format() == Format.CSV) {
      List<Row> headers =
          raw.where(col("_locator").leq(LONGEST_HEADER))
              .select("_header")
              .distinct()
              .collectAsList();
      for (Row row : headers) {
        String header = row.getString(0);
        List<String> more = SourceColumns.unknown(header, contract, use);
        unknown.addAll(more);
        boolean differs =
            !more.isEmpty() || !SourceColumns.missing(header, contract, use).isEmpty();
        hasFrozen |= differs && use.source().drift() == Drift.FREEZE;
      }
    }
  }

  /**
   * Notes that only quarantined rows are read, of which the table of quarantine knows the number.
   */
  void addReplayed() {
    hasReplayed = true;
  }

  /** Whether only quarantined rows are read again. */
  boolean areReplayed() {
    return hasReplayed;
  }

  /** Records, by the statistics of raw's files. */
  long read() {
    return read;
  }

  /** Whether a record may give several rows, or none. */
  boolean areNested() {
    return hasRows;
  }

  /** Whether a source whose columns may not change has changed them. */
  boolean breakFreeze() {
    return hasFrozen;
  }

  /** Columns delivered that the contract does not name. */
  Set<String> unknownColumns() {
    return unknown;
  }
}
