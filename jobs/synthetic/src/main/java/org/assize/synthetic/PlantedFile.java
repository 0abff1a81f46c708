package org.assize.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A file that is being written, and what is known of its rows so far. */
final class PlantedFile {

  private final OutputStream out;
  private final Map<Long, Set<String>> refused = new LinkedHashMap<>();
  private final Map<String, Long> counted = new TreeMap<>();
  private long offset;
  private long sound;

  PlantedFile(OutputStream out) {
    this.out = out;
  }

  /** Writes a line that is no row, or one that {@link #count} tells of. */
  void line(byte[] line) throws IOException {
    out.write(line);
    offset += line.length;
  }

  /** Writes a row that breaks these rules; none refuse a sound one. */
  void row(byte[] line, Set<String> refusing) throws IOException {
    if (refusing.isEmpty()) {
      sound++;
    } else {
      refused.put(offset, Set.copyOf(refusing));
    }
    line(line);
  }

  /** One more row breaks a rule that leaves no mark on it. */
  void count(String rule) {
    counted.merge(rule, 1L, Long::sum);
  }

  PlantedRows planted() {
    return new PlantedRows(sound, refused, counted);
  }
}
