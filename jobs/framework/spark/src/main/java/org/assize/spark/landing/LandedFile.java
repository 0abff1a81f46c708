package org.assize.spark.landing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assize.contract.FileNames;
import org.assize.contract.Source;

/**
 * A delivered file as a listing saw it.
 *
 * @param path absolute URI, below the landing root; opened as it stands
 * @param placeholders values of the source's placeholders, by name
 * @param size bytes
 * @param modifiedMillis modification time, milliseconds since the epoch
 */
public record LandedFile(
    String path, SortedMap<String, String> placeholders, long size, long modifiedMillis) {

  public LandedFile {
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }

  /** The decoded path relative to the landing root: as many segments as the source's pattern. */
  public String name(Source source) {
    String decoded = URI.create(path).getPath();
    int from = decoded.length();
    for (int left = FileNames.of(source).depth(); left > 0 && from > 0; left--) {
      from = decoded.lastIndexOf('/', from - 1);
    }
    return decoded.substring(from + 1);
  }

  /** The placeholders as a JSON object, keys sorted, without spaces. */
  public String placeholdersJson() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    placeholders.forEach(object::put);
    return object.toString();
  }
}
