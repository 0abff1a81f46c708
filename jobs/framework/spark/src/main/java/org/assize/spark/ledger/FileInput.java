package org.assize.spark.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A delivered file as a batch consumed it.
 *
 * @param path below the landing root
 * @param size bytes; with the time only a hint that spares hashing
 * @param sha256 hexadecimal; with the placeholders the file's identity
 */
public record FileInput(
    String path,
    SortedMap<String, String> placeholders,
    long size,
    long modifiedMillis,
    String sha256) {

  public FileInput {
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }

  /** The same content in the same delivery is the same file, whatever its name. */
  public String identity() {
    return placeholders + " " + sha256;
  }
}
