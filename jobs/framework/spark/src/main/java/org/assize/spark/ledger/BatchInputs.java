package org.assize.spark.ledger;

import java.util.List;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what a batch consumes; a retry uses this and nothing else.
 *
 * @param files delivered files, for a raw table
 * @param repeats files whose content the same delivery already had: reported, not taken
 * @param upstream pinned version ranges, for any other table
 * @param spans spans of time computed, as pairs of epoch milliseconds; empty means the whole table
 * @param whole whether the result replaces everything the table holds
 * @param replayed quarantined rows taken once more; null for all others
 * @param partial whether somebody asked for some intervals only, so that nothing counts as consumed
 */
public record BatchInputs(
    List<FileInput> files,
    List<FileInput> repeats,
    List<UpstreamRange> upstream,
    List<long[]> spans,
    boolean whole,
    boolean partial,
    @Nullable Replayed replayed) {

  public BatchInputs {
    files = List.copyOf(files);
    repeats = List.copyOf(repeats);
    upstream = List.copyOf(upstream);
    spans = List.copyOf(spans);
  }

  /** What a raw table takes. */
  public static BatchInputs ofFiles(List<FileInput> files, List<FileInput> repeats) {
    return new BatchInputs(files, repeats, List.of(), List.of(), false, false, null);
  }

  /** What a table takes from others. */
  public static BatchInputs ofTables(
      List<UpstreamRange> upstream, List<long[]> spans, boolean whole) {
    return new BatchInputs(List.of(), List.of(), upstream, spans, whole, false, null);
  }

  /** What a replay takes: quarantined rows, out of the raw tables' records. */
  public static BatchInputs ofReplay(List<UpstreamRange> upstream, Replayed replayed) {
    return new BatchInputs(List.of(), List.of(), upstream, List.of(), false, true, replayed);
  }

  /** The same, for intervals that somebody asked for. */
  public BatchInputs asPartial() {
    return new BatchInputs(files, repeats, upstream, spans, whole, true, replayed);
  }
}
