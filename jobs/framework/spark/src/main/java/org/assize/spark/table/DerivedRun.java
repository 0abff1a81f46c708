package org.assize.spark.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.InputSpec;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.rule.RuleSet;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.ResolvedInput;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableShape;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Gate;
import org.assize.spark.gate.Verdict;
import org.assize.spark.ledger.Batch;
import org.assize.spark.transform.Computation;

/** Pinned versions of other tables through a query or a class into whole tables or intervals. */
final class DerivedRun implements TableRun {

  private final RunContext context;
  private final TableTask task;
  private final Definition.Derived definition;
  private final DataContract contract;
  private final TableShape shape;
  private final StoredTable table;
  private final Computation computation;
  private final StaleIntervals stale;

  DerivedRun(
      RunContext context, TableTask task, Definition.Derived definition, Computation computation) {
    this.context = context;
    this.task = task;
    this.definition = definition;
    this.contract = definition.contract();
    this.shape = Shapes.derived(contract);
    this.table = context.table(contract.name());
    this.computation = computation;
    this.stale = new StaleIntervals(context, definition);
  }

  @Override
  public TableTask task() {
    return task;
  }

  @Override
  public StoredTable table() {
    return table;
  }

  @Override
  public Resolution resolve() {
    return new DerivedResolution(context, task, definition, computation.fingerprint())
        .resolve(table);
  }

  @Override
  public Attempt attempt(Batch batch) {
    var writer = TableWriter.open(table, shape);
    Optional<Attempt> before = Precedence.of(table, writer, batch);
    if (before.isPresent()) {
      return before.get();
    }
    boolean isWhole = batch.inputs().spans().isEmpty();
    SchemaChange.apply(writer, shape, contract, isWhole);
    context.listener().works(contract.name(), ReadVersions.of(task, batch));
    context.listener().step(contract.name(), "computing");
    RuleSet rules = definition.rules().at(batch.at());
    var relations = new Relations(context, definition.beside().parents());
    var candidate = new DerivedCandidate(contract, rules, relations);
    candidate.write(writer, isWhole ? whole(batch) : cut(batch), isWhole, batch.at());
    context.listener().step(contract.name(), "judging");
    List<AddFile> files = writer.allFiles();
    var view =
        new GateView(
            context,
            table,
            () -> table.frame(writer.snapshot(), candidate.added()),
            () -> table.frame(writer.snapshot(), files),
            () -> after(batch, writer, candidate.added(), files),
            () ->
                Optional.of(batch.inputs().spans())
                    .filter(s -> !s.isEmpty())
                    .map(Spans::intervals));
    Verdict verdict =
        candidate.judged(new Gate(rules), isWhole && !files.isEmpty(), view, batch.at());
    Map<String, Long> counts = candidate.counts(batch);
    return new Attempt.Judged(
        counts,
        verdict,
        candidate.added().stream().map(AddFile::path).toList(),
        () -> commit(batch, writer, candidate, counts, verdict, files),
        () -> {});
  }

  private Attempt commit(
      Batch batch,
      TableWriter writer,
      DerivedCandidate candidate,
      Map<String, Long> counts,
      Verdict verdict,
      List<AddFile> files) {
    context.listener().step(contract.name(), "committing");
    List<DataInterval> spans = Spans.intervals(batch.inputs().spans());
    ReplacedFiles replaced =
        spans.isEmpty()
            ? new ReplacedFiles(files, List.of())
            : ReplacedFiles.of(contract, table, writer, files, spans);
    List<AddFile> added = new ArrayList<>(candidate.added());
    added.addAll(replaced.survivors());
    var note =
        new CommitNote(
            batch.id(),
            context.runId(),
            writer.lastOrdinal() + 1,
            batch.contract(),
            batch.rules(),
            spans.isEmpty() ? null : batch.inputs().spans(),
            batch.inputs().partial() ? List.of() : batch.inputs().upstream(),
            counts,
            verdict.noted());
    return writer
        .commit(added, replaced.removed(), note)
        .<Attempt>map(version -> new Attempt.Committed(version, counts, verdict, ""))
        .orElseGet(() -> Precedence.afterConflict(table, writer, batch));
  }

  /** The rows outside the intervals computed, and those within. */
  private Dataset<Row> after(
      Batch batch, TableWriter writer, List<AddFile> added, List<AddFile> files) {
    Dataset<Row> computed = table.frame(writer.snapshot(), added);
    if (batch.inputs().spans().isEmpty() || files.isEmpty()) {
      return computed;
    }
    Column isReplaced = lit(false);
    for (DataInterval span : Spans.intervals(batch.inputs().spans())) {
      isReplaced = isReplaced.or(Buckets.of(contract).within(span));
    }
    return table
        .frame(writer.snapshot(), files)
        .where(not(coalesce(isReplaced, lit(false))))
        .unionByName(computed, true);
  }

  @Override
  public void complete(Batch batch) {
    // Derived tables hold; they never quarantine.
  }

  private List<DerivedCandidate.Part> whole(Batch batch) {
    Map<String, Dataset<Row>> frames = new LinkedHashMap<>();
    definition.inputs().forEach(input -> frames.put(input.name(), frame(input, batch)));
    Dataset<Row> result = computation.apply(frames, Computation.ALL_TIME);
    context.listener().computed(contract.name(), () -> ComputedOrigins.of(result, definition));
    return List.of(new DerivedCandidate.Part(result, Computation.ALL_TIME, Computation.ALL_TIME));
  }

  private List<DerivedCandidate.Part> cut(Batch batch) {
    List<DerivedCandidate.Part> parts = new ArrayList<>();
    for (DataInterval span : Spans.intervals(batch.inputs().spans())) {
      Map<String, Dataset<Row>> frames = new LinkedHashMap<>();
      for (ResolvedInput input : definition.inputs()) {
        Dataset<Row> frame = frame(input, batch);
        boolean isCut = input.read() == InputSpec.Read.INTERVAL;
        DataInterval window = span.widened(input.lookback(), input.lookahead());
        frames.put(
            input.name(),
            isCut ? frame.where(Buckets.of(contractOf(input)).within(window)) : frame);
      }
      Dataset<Row> result = computation.apply(frames, span);
      if (parts.isEmpty()) {
        context.listener().computed(contract.name(), () -> ComputedOrigins.of(result, definition));
      }
      parts.add(new DerivedCandidate.Part(result, span, stale.widened(span)));
    }
    return parts;
  }

  /** An input at its pinned version, with the columns that its contract promises. */
  private Dataset<Row> frame(ResolvedInput input, Batch batch) {
    UpstreamRange range = StaleIntervals.rangeOf(input, batch.inputs().upstream());
    Dataset<Row> all = context.pinned(input.table(), range).frame(range.to());
    requirePromised(input, all);
    return all.select(
        contractOf(input).columns().stream()
            .map(column -> all.col("`" + column.name() + "`"))
            .toArray(Column[]::new));
  }

  /** A table may be older than its contract, above all where another environment built it. */
  private void requirePromised(ResolvedInput input, Dataset<Row> stored) {
    List<String> there = List.of(stored.columns());
    for (org.assize.contract.Column column : contractOf(input).columns()) {
      if (!there.contains(column.name())) {
        throw PlatformException.of(
            ErrorCode.INPUT_MISSING,
            input.table() + " has no column `" + column.name() + "` yet.",
            "Its contract promises it, and the table that is read was built before that.",
            "Run " + input.table().selector() + " first.");
      }
    }
  }

  private DataContract contractOf(ResolvedInput input) {
    return context.workspace().contract(input.table()).orElseThrow();
  }
}
