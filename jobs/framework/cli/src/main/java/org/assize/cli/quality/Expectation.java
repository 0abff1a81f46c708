package org.assize.cli.quality;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Exemption;
import org.assize.contract.Measure;

/**
 * One rule of a table, in words, and how it fared.
 *
 * @param sentence what is expected, one sentence
 * @param limit what the figure must meet, in words; empty for a rule over single rows
 * @param consequence what happens where it is not met, one sentence
 * @param columns columns that it is about
 * @param isCritical whether one of them is part of the key or a critical data element
 * @param exemption who excuses it until when; past ones too
 * @param readings what batches measured, oldest first
 */
public record Expectation(
    String rule,
    Dimension dimension,
    Measure measure,
    String unit,
    String sentence,
    String limit,
    String consequence,
    List<String> columns,
    boolean isCritical,
    Optional<Exemption> exemption,
    Disclosure disclosure,
    List<Reading> readings) {

  /** How much more a critical element weighs in a score. */
  public static final int CRITICAL_WEIGHT = 3;

  public Expectation {
    columns = List.copyOf(columns);
    readings = List.copyOf(readings);
  }

  /** The newest reading. */
  public Optional<Reading> last() {
    return readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(readings.size() - 1));
  }

  /** Whether its figure counts rows that break it. */
  public boolean countsBrokenRows() {
    return measure == Measure.BROKEN_ROWS || measure == Measure.DUPLICATES;
  }

  /** What it adds to a score. */
  public int weight() {
    return isCritical ? CRITICAL_WEIGHT : 1;
  }
}
