package org.assize.spark.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.ledger.BatchState;

/** How far the batches of a table have read its upstream tables. */
final class Consumed {

  private Consumed() {}

  /** The newest range of each upstream table that some batch spoke for, by table name. */
  static Map<String, UpstreamRange> by(List<BatchState> batches) {
    Map<String, UpstreamRange> consumed = new LinkedHashMap<>();
    for (BatchState state : batches) {
      if (state.hasTakenInputs() && !state.batch().inputs().partial()) {
        for (UpstreamRange range : state.batch().inputs().upstream()) {
          consumed.merge(range.table(), range, Consumed::later);
        }
      }
    }
    return consumed;
  }

  private static UpstreamRange later(UpstreamRange earlierBatch, UpstreamRange laterBatch) {
    boolean isSameTable = earlierBatch.tableId().equals(laterBatch.tableId());
    return isSameTable && earlierBatch.to() > laterBatch.to() ? earlierBatch : laterBatch;
  }
}
