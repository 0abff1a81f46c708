package org.assize.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Intervals;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.LedgerEvent.Kind;

/**
 * Intervals that somebody had computed by themselves, as a backfill does, and that no input has
 * reached since: they are not stale although no batch consumed the inputs for good.
 */
record ComputedSpans(Definition.Derived definition, StaleIntervals stale) {

  /** Spans without those that are computed already, joined where they touch. */
  List<DataInterval> without(
      List<DataInterval> spans, List<BatchState> batches, List<UpstreamRange> ranges) {
    var own = new Intervals(definition.contract().load().interval().orElseThrow());
    Set<DataInterval> computed = new HashSet<>();
    for (BatchState state : sinceConsumed(batches)) {
      List<UpstreamRange> after = after(state, ranges);
      if (after.size() == ranges.size()) {
        Set<DataInterval> changed = each(own, stale.since(after));
        Spans.intervals(state.batch().inputs().spans()).stream()
            .flatMap(span -> own.covering(span).stream())
            .filter(interval -> !changed.contains(interval))
            .forEach(computed::add);
      }
    }
    if (computed.isEmpty()) {
      return spans;
    }
    Set<DataInterval> left = each(own, spans);
    left.removeAll(computed);
    return Intervals.coalesced(left);
  }

  private static Set<DataInterval> each(Intervals own, List<DataInterval> spans) {
    return spans.stream()
        .flatMap(span -> own.covering(span).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Committed batches of chosen intervals that came after the last one that consumed its inputs.
   */
  private static List<BatchState> sinceConsumed(List<BatchState> batches) {
    List<BatchState> since = new ArrayList<>();
    for (BatchState state : batches) {
      if (!state.batch().inputs().partial() && state.hasTakenInputs()) {
        since.clear();
      } else if (state.last() == Kind.COMMITTED) {
        since.add(state);
      }
    }
    return since;
  }

  /** What came after the versions that a batch read; fewer ranges where a table was made anew. */
  private static List<UpstreamRange> after(BatchState state, List<UpstreamRange> ranges) {
    Map<String, UpstreamRange> read =
        state.batch().inputs().upstream().stream()
            .collect(Collectors.toMap(UpstreamRange::table, range -> range));
    List<UpstreamRange> after = new ArrayList<>();
    for (UpstreamRange range : ranges) {
      UpstreamRange before = read.get(range.table());
      if (before != null && before.tableId().equals(range.tableId())) {
        after.add(
            new UpstreamRange(
                range.table(), range.tableId(), before.to(), range.to(), range.warehouse()));
      }
    }
    return after;
  }
}
