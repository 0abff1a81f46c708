package org.assize.spark.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assize.contract.DataContract;
import org.assize.contract.InputSpec;
import org.assize.core.Counts;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Intervals;
import org.assize.core.ResolvedInput;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;

/** Which intervals of a derived table its inputs' changes reach. */
final class StaleIntervals {

  private final RunContext context;
  private final Definition.Derived definition;
  private final DataContract contract;

  StaleIntervals(RunContext context, Definition.Derived definition) {
    this.context = context;
    this.definition = definition;
    this.contract = definition.contract();
  }

  /** Stale spans since the versions last consumed, joined where they touch. */
  List<DataInterval> since(List<UpstreamRange> ranges) {
    var own = new Intervals(contract.load().interval().orElseThrow());
    Set<DataInterval> stale = new TreeSet<>();
    for (ResolvedInput input : definition.inputs()) {
      UpstreamRange range = rangeOf(input, ranges);
      Optional<List<DataInterval>> touched = touched(input, range);
      if (touched.isEmpty()) {
        return every(ranges);
      }
      for (DataInterval span : touched.get()) {
        // An interval reads back by the lookback: it is stale when what it reads changed.
        stale.addAll(own.covering(span.widened(input.lookahead(), input.lookback())));
      }
    }
    return Intervals.coalesced(stale);
  }

  /** Every interval that an input or the table itself has rows in. */
  List<DataInterval> every(List<UpstreamRange> ranges) {
    var own = new Intervals(contract.load().interval().orElseThrow());
    Set<DataInterval> all = new TreeSet<>();
    for (ResolvedInput input : definition.inputs()) {
      if (input.read() == InputSpec.Read.INTERVAL) {
        UpstreamRange range = rangeOf(input, ranges);
        StoredTable read = context.pinned(input.table(), range);
        Buckets buckets = Buckets.of(contractOf(input));
        for (DataInterval span : context.looks().spans(read, range.to(), buckets)) {
          all.addAll(own.covering(span.widened(input.lookahead(), input.lookback())));
        }
      }
    }
    StoredTable table = context.table(contract.name());
    long version = table.latestVersion();
    if (version > 0) {
      Buckets.of(contract)
          .spans(table.frame(version))
          .forEach(span -> all.addAll(own.covering(span)));
    }
    return Intervals.coalesced(all);
  }

  /** Spans of an input that changed; empty when nobody knows, or when any change reaches all. */
  private Optional<List<DataInterval>> touched(ResolvedInput input, UpstreamRange range) {
    if (range.from() >= range.to()) {
      return Optional.of(List.of());
    }
    if (range.from() < 0) {
      return input.ignoreChanges() ? Optional.of(List.of()) : Optional.empty();
    }
    Optional<NavigableMap<Long, CommitNote>> notes =
        context.pinned(input.table(), range).notes(range.from(), range.to());
    List<DataInterval> spans = new ArrayList<>();
    boolean isKnown = notes.isPresent();
    for (CommitNote note : notes.map(NavigableMap::values).orElse(List.of())) {
      List<long[]> touched = note.touched();
      if (touched != null) {
        spans.addAll(Spans.intervals(touched));
      } else if (changesRows(note)) {
        isKnown = false;
      }
    }
    if (input.read() == InputSpec.Read.ALL) {
      boolean reaches = !input.ignoreChanges() && (!isKnown || !spans.isEmpty());
      return reaches ? Optional.empty() : Optional.of(List.of());
    }
    return isKnown ? Optional.of(spans) : Optional.empty();
  }

  private static boolean changesRows(CommitNote note) {
    return note.counts().getOrDefault(Counts.COMMITTED, 1L) > 0;
  }

  private DataContract contractOf(ResolvedInput input) {
    return context.workspace().contract(input.table()).orElseThrow();
  }

  static UpstreamRange rangeOf(ResolvedInput input, List<UpstreamRange> ranges) {
    return ranges.stream()
        .filter(range -> range.table().equals(input.table().toString()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The longest lookback and lookahead of all inputs: rows between are dropped, beyond they fail.
   */
  DataInterval widened(DataInterval span) {
    Duration before = Duration.ZERO;
    Duration after = Duration.ZERO;
    for (ResolvedInput input : definition.inputs()) {
      before = before.compareTo(input.lookback()) < 0 ? input.lookback() : before;
      after = after.compareTo(input.lookahead()) < 0 ? input.lookahead() : after;
    }
    return span.widened(before, after);
  }
}
