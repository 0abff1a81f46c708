package org.assize.cli.draft;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Format;

/**
 * The first records of a file.
 *
 * @param records how many were read
 * @param delimiter of delimited text, a comma otherwise
 * @param rows JSON path of the elements that are the records; empty where each record is one row
 * @param remarks what people should know about the file
 */
record Sample(
    Format format,
    char delimiter,
    Optional<String> rows,
    long records,
    Observed root,
    List<String> remarks) {

  /** Reading stops here: enough to judge types and keys, few enough to fit in memory. */
  static final int MOST_RECORDS = 100_000;

  Sample {
    remarks = List.copyOf(remarks);
  }

  boolean isCut() {
    return records >= MOST_RECORDS;
  }
}
