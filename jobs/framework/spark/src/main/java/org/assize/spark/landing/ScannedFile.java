package org.assize.spark.landing;

import java.util.List;

/**
 * A delivered file whose bytes were all read once.
 *
 * @param sha256 hexadecimal, over all bytes
 * @param bytes how many bytes were read, the file's size
 * @param header text of the CSV header record without its line end; empty where the format has none
 * @param ranges where the records are, in order; empty without records
 * @param records records that are not blank, the header not counted
 */
public record ScannedFile(
    LandedFile file, String sha256, long bytes, String header, List<Range> ranges, long records) {

  public ScannedFile {
    ranges = List.copyOf(ranges);
  }
}
