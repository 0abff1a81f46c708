package org.assize.spark.landing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assize.contract.Format;
import org.assize.contract.Source;

/** A delivered file cut in two between records, each half with the header. */
public final class FileHalves {

  private FileHalves() {}

  /**
   * Two files with the records of one; none where it has fewer than two records, or where both
   * would be the same and the second no new delivery.
   */
  public static List<byte[]> of(byte[] file, Source source) {
    List<Range> records = records(file, RecordEnds.of(source));
    byte[] header = new byte[0];
    if (source.format() == Format.CSV && !records.isEmpty()) {
      header = bytes(file, records.subList(0, 1));
      records = records.subList(1, records.size());
    }
    for (int cut = records.size() / 2; cut > 0; cut--) {
      byte[] first = joined(header, bytes(file, records.subList(0, cut)));
      byte[] second = joined(header, bytes(file, records.subList(cut, records.size())));
      if (!Arrays.equals(first, second)) {
        return List.of(first, second);
      }
    }
    return List.of();
  }

  private static List<Range> records(byte[] file, RecordEnds ends) {
    List<Range> records = new ArrayList<>();
    int from = 0;
    while (from < file.length) {
      int found = ends.find(file, from, file.length);
      int end = found < 0 ? file.length : found;
      if (!ends.isBlank(file, from, end)) {
        records.add(new Range(from, end));
      }
      from = end + 1;
    }
    return records;
  }

  private static byte[] bytes(byte[] file, List<Range> records) {
    var all = new ByteArrayOutputStream();
    for (Range record : records) {
      all.write(file, (int) record.start(), (int) (record.end() - record.start()));
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static byte[] joined(byte[] header, byte[] records) {
    byte[] both = Arrays.copyOf(header, header.length + records.length);
    System.arraycopy(records, 0, both, header.length, records.length);
    return both;
  }
}
