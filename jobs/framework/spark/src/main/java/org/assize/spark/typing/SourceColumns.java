package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.SourceUse;

/** The columns of a CSV header beside those that a contract reads. */
public final class SourceColumns {

  private SourceColumns() {}

  /**
   * Columns of the header that the contract does not read, in the header's order. Empty where a
   * column that the contract reads is missing: then the header may be none, but a row with personal
   * values. Empty too for formats without header.
   */
  public static List<String> unknown(String header, DataContract contract, SourceUse use) {
    if (use.source().format() != Format.CSV || !missing(header, contract, use).isEmpty()) {
      return List.of();
    }
    Set<String> read = new HashSet<>();
    targets(contract, use).forEach(target -> read.addAll(target.sources()));
    return names(header, use.source().delimiter()).stream()
        .filter(name -> !read.contains(name))
        .toList();
  }

  /**
   * Columns of the contract that the header does not have exactly once, by the contract's name, in
   * the contract's order. All records under such a header are faulty.
   */
  public static List<String> missing(String header, DataContract contract, SourceUse use) {
    if (use.source().format() != Format.CSV) {
      return List.of();
    }
    List<String> names = names(header, use.source().delimiter());
    List<String> placeholders = use.source().placeholders();
    return targets(contract, use).stream()
        .filter(target -> HeaderMap.find(target, names, placeholders) == HeaderMap.MISSING)
        .map(Target::name)
        .toList();
  }

  private static List<Target> targets(DataContract contract, SourceUse use) {
    return contract.columns().stream().map(column -> Target.of(column, use)).toList();
  }

  /** The names in a header, without byte order mark and surrounding spaces. */
  static List<String> names(String header, char delimiter) {
    String text = header.startsWith("\uFEFF") ? header.substring(1) : header;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var fields = new CsvFields((byte) delimiter);
    if (!fields.split(bytes, 0, bytes.length)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int field = 0; field < fields.count(); field++) {
      names.add(fields.text(field).strip());
    }
    return names;
  }
}
