package org.assize.synthetic;

import java.util.Map;
import java.util.TreeMap;

/**
 * What must become of the records delivered for one table, in one run or in many. The numbers add
 * up: {@code rows = committed + outdated + repeats + quarantined}.
 *
 * @param files delivered files, each content once in its delivery
 * @param records lines, documents or elements in them
 * @param refused records that cannot be read at all
 * @param rows rows in the records that can, and one for each that cannot
 * @param quarantined rows that break a rule which refuses rows
 * @param broken rows by the rule that they break, warnings included
 * @param repeats rows equal to one already taken, in the order of versions too
 * @param outdated accepted rows that another version of their key replaced, or was already newer
 *     than
 * @param committed rows in the table at the end
 */
public record TableAnswer(
    long files,
    long records,
    long refused,
    long rows,
    long quarantined,
    Map<String, Long> broken,
    long repeats,
    long outdated,
    long committed) {

  public TableAnswer {
    broken = new TreeMap<>(broken);
    if (rows != committed + outdated + repeats + quarantined) {
      throw new IllegalArgumentException("The rows do not add up.");
    }
  }
}
