package org.assize.spark.landing;

import java.io.Serializable;
import java.util.List;
import org.assize.contract.Source;

/** A scanned file as a plan carries it: {@code name} is relative to the landing root. */
record RawFile(
    String path,
    String name,
    long size,
    long modifiedMillis,
    String sha256,
    String header,
    String placeholders,
    List<Range> ranges,
    long records)
    implements Serializable {

  static RawFile of(ScannedFile scanned, Source source) {
    LandedFile file = scanned.file();
    return new RawFile(
        file.path(),
        file.name(source),
        file.size(),
        file.modifiedMillis(),
        scanned.sha256(),
        scanned.header(),
        file.placeholdersJson(),
        scanned.ranges(),
        scanned.records());
  }

  RawFile withoutRanges() {
    return new RawFile(
        path, name, size, modifiedMillis, sha256, header, placeholders, List.of(), records);
  }
}
