package org.assize.spark.ledger;

import java.util.List;

/**
 * Quarantined rows that a batch takes once more.
 *
 * @param version version of the quarantine table that says which rows there are
 * @param rule only rows that this rule refused; empty for any
 * @param onlyWaiting only rows that lack nothing but a parent
 * @param rows only rows with these ids; empty for any
 */
public record Replayed(long version, String rule, List<String> rows, boolean onlyWaiting) {

  public Replayed {
    rows = List.copyOf(rows);
  }
}
