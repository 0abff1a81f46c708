package org.assize.synthetic;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what becomes of the records of one table while they are written. */
final class Tally {

  private final Set<String> keys = new HashSet<>();
  private final Map<String, Long> broken = new TreeMap<>();
  private long files;
  private long records;
  private long refused;
  private long rows;
  private long quarantined;
  private long repeats;
  private long outdated;
  private long committed;

  void file() {
    files++;
  }

  void record() {
    records++;
  }

  /** A record that cannot be read: it counts as one row, so that no sum loses it. */
  void refusedRecord() {
    records++;
    refused++;
    quarantine("parsed");
  }

  /** A row that breaks rules which refuse rows. */
  void quarantine(String... rules) {
    rows++;
    quarantined++;
    for (String rule : rules) {
      warn(rule);
    }
  }

  /** A row that is accepted or counted elsewhere breaks a rule. */
  void warn(String rule) {
    broken.merge(rule, 1L, Long::sum);
  }

  void repeat() {
    rows++;
    repeats++;
  }

  /** An accepted row whose key no row had before. */
  void acceptNew() {
    rows++;
    committed++;
  }

  /** A further version of a key that is in the table. */
  void acceptVersion() {
    rows++;
    outdated++;
  }

  /** An accepted row of a key that may have been there before. */
  void accept(String key) {
    if (keys.add(key)) {
      acceptNew();
    } else {
      acceptVersion();
    }
  }

  /** A further delivery of a table that is replaced as a whole begins. */
  void replaceAll() {
    outdated += committed;
    committed = 0;
  }

  TableAnswer answer() {
    return new TableAnswer(
        files, records, refused, rows, quarantined, broken, repeats, outdated, committed);
  }
}
