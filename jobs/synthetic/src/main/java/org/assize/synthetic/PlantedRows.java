package org.assize.synthetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must become of one file's rows, known while it was written and without any engine.
 *
 * @param sound rows that no rule may refuse
 * @param refused the rules that each other row breaks, by the offset of the row's first byte
 * @param counted rules that leave no mark on a row, warnings and keys, and how many rows break each
 */
public record PlantedRows(long sound, Map<Long, Set<String>> refused, Map<String, Long> counted) {

  public PlantedRows {
    refused = new LinkedHashMap<>(refused);
    counted = new TreeMap<>(counted);
  }
}
