package org.assize.spark.ledger;

import java.util.List;

/**
 * That somebody wants a table as it was.
 *
 * @param version the version whose rows it shall have
 * @param batches ids of the batches that this takes out
 */
public record RolledBack(long version, List<String> batches, String who, String why) {

  public RolledBack {
    batches = List.copyOf(batches);
  }
}
