package org.assize.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.InputSpec;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.ResolvedInput;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.FileInput;

/**
 * What a batch will read, by sizes of files and the statistics in tables' logs: no file is opened.
 *
 * @param rows those in the files that are read; empty where only bytes are known, as of deliveries
 */
record ReadEstimate(OptionalLong bytes, OptionalLong rows) {

  static final ReadEstimate NONE = new ReadEstimate(OptionalLong.empty(), OptionalLong.empty());

  static ReadEstimate of(RunContext context, Definition definition, Batch batch) {
    List<FileInput> delivered = batch.inputs().files();
    if (!delivered.isEmpty()) {
      long bytes = delivered.stream().mapToLong(FileInput::size).sum();
      return new ReadEstimate(OptionalLong.of(bytes), OptionalLong.empty());
    }
    if (definition instanceof Definition.SourceFed fed) {
      List<AddFile> raw = new ArrayList<>();
      for (UpstreamRange range : batch.inputs().upstream()) {
        fed.needs().stream()
            .filter(need -> need.toString().equals(range.table()))
            .forEach(need -> raw.addAll(RawFiles.of(context.pinned(need, range), range)));
      }
      return of(raw);
    }
    if (definition instanceof Definition.Derived derived) {
      List<AddFile> read = new ArrayList<>();
      derived.inputs().forEach(input -> read.addAll(files(context, input, batch)));
      return of(read);
    }
    return NONE;
  }

  private static ReadEstimate of(List<AddFile> files) {
    long bytes = files.stream().mapToLong(AddFile::size).sum();
    return new ReadEstimate(OptionalLong.of(bytes), OptionalLong.of(StoredTable.rows(files)));
  }

  /** Whole tables, or what lies in the intervals to compute and around them. */
  private static List<AddFile> files(RunContext context, ResolvedInput input, Batch batch) {
    UpstreamRange range = StaleIntervals.rangeOf(input, batch.inputs().upstream());
    StoredTable table = context.pinned(input.table(), range);
    List<DataInterval> spans = Spans.intervals(batch.inputs().spans());
    if (spans.isEmpty() || input.read() != InputSpec.Read.INTERVAL) {
      return context.looks().files(table, range.to());
    }
    DataContract contract = context.workspace().contract(input.table()).orElseThrow();
    return context
        .looks()
        .files(
            table,
            range.to(),
            Buckets.of(contract),
            spans.stream().map(span -> span.widened(input.lookback(), input.lookahead())).toList());
  }
}
