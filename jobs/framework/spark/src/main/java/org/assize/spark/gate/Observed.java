package org.assize.spark.gate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was counted while a candidate was written.
 *
 * @param rows rows that the row rules were measured over
 * @param broken rows that break each row rule, in the order of the rule set
 * @param accepted accepted rows
 * @param measured measures of dataset rules over the accepted rows, by rule id
 */
public record Observed(
    long rows, List<Long> broken, long accepted, Map<String, OptionalDouble> measured) {

  public Observed {
    broken = List.copyOf(broken);
    measured = Map.copyOf(measured);
  }
}
