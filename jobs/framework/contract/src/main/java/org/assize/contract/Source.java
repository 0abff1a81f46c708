package org.assize.contract;

import java.util.List;
import org.assize.contract.problem.Place;

/**
 * One delivered thing; it has one raw table, {@code <domain>_raw.<name>}.
 *
 * @param files path below the landing root with {@code *} and placeholders such as {@code
 *     {delivery_date}}; each placeholder matches one path segment or a part of it
 * @param delimiter field delimiter, CSV only
 * @param formats how its text becomes values
 * @param replayable whether tables may be computed from its records once more
 */
public record Source(
    String domain,
    String name,
    Place place,
    String files,
    Format format,
    char delimiter,
    ValueFormats formats,
    Drift drift,
    boolean replayable) {

  /** The raw table that holds this source's records. */
  public DatasetName rawTable() {
    return new DatasetName(domain, Layer.RAW, name);
  }

  /** Names of the placeholders in {@code files}, each once, in order of appearance. */
  public List<String> placeholders() {
    return java.util.regex.Pattern.compile("\\{([a-z][a-z0-9_]*)}")
        .matcher(files)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }
}
