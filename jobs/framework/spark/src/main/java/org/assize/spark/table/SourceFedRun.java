package org.assize.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DataContract;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Counts;
import org.assize.core.Definition;
import org.assize.core.RuleResult;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableShape;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Gate;
import org.assize.spark.gate.Marks;
import org.assize.spark.gate.Verdict;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.Replayed;

/** Records of raw tables into typed, marked, deduplicated rows that the contract accepts. */
final class SourceFedRun implements TableRun {

  private final RunContext context;
  private final TableTask task;
  private final DataContract contract;
  private final TableShape shape;
  private final StoredTable table;
  private final RuleSet written;
  private final BatchRecords records;
  private final Retakes retakes;
  private final SourceFedResolution resolution;
  private final Quarantine quarantine;

  SourceFedRun(RunContext context, TableTask task, Definition.SourceFed definition) {
    this.context = context;
    this.task = task;
    this.contract = definition.contract();
    this.shape = Shapes.sourceFed(contract);
    this.table = context.table(contract.name());
    this.written = definition.rules();
    this.resolution = new SourceFedResolution(context, task, definition);
    this.quarantine = new Quarantine(context, contract);
    var relations = new Relations(context, definition.beside().parents());
    this.records = new BatchRecords(context, contract, quarantine, relations);
    this.retakes = new Retakes(context, definition, quarantine, relations);
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
    return resolution.resolve(table);
  }

  @Override
  public Attempt attempt(Batch batch) {
    var writer = TableWriter.open(table, shape);
    Optional<Attempt> before = Precedence.of(table, writer, batch);
    if (before.isPresent()) {
      return before.get();
    }
    SchemaChange.apply(writer, shape, contract, batch.inputs().whole());
    var counted = new RecordCounts(contract);
    RuleSet rules = rules(batch);
    var marks = new Marks(rules.rowRules(), true);
    Dataset<Row> typed = records.typed(batch, counted);
    context.listener().works(contract.name(), ReadVersions.of(task, batch));
    context.listener().step(contract.name(), "comparing versions");
    LoadPlan plan = LoadPlan.of(contract, batch, writer, table, marks.accepted(typed));
    Dataset<Row> marked = marks.on(typed);
    Optional<Attempt> judged = Optional.empty();
    try {
      judged = Optional.of(judged(batch, writer, marked, rules, counted, plan));
      return judged.get();
    } finally {
      if (judged.isEmpty()) {
        plan.close();
      }
    }
  }

  private Attempt judged(
      Batch batch,
      TableWriter writer,
      Dataset<Row> marked,
      RuleSet rules,
      RecordCounts counted,
      LoadPlan plan) {
    context.listener().step(contract.name(), "writing");
    var marks = new Marks(rules.rowRules(), true);
    var candidate = new SourceFedCandidate(contract, marks, rules);
    candidate.write(writer, marked, plan, columns(batch), batch.at());
    Map<String, Long> counts = candidate.counts(counted, plan);
    long refused = counts.getOrDefault(Counts.QUARANTINED, 0L);
    long ordinal = writer.lastOrdinal() + 1;
    Optional<Quarantine.Candidate> refusedRows =
        quarantine.write(marked, marks, batch, ordinal, refused);
    context.listener().step(contract.name(), "judging");
    var view =
        new GateView(
            context,
            table,
            () -> table.frame(writer.snapshot(), candidate.added()),
            () -> table.frame(writer.snapshot(), writer.allFiles()),
            () -> plan.after(writer, table, candidate.added()),
            () -> Optional.ofNullable(plan.touched(candidate.buckets())).map(Spans::intervals));
    Verdict judged = candidate.judged(new Gate(rules), plan, view, batch.at());
    Verdict verdict =
        counted.breakFreeze()
            ? judged.with(RuleResult.builtIn("columns_frozen", RuleResult.Effect.HELD))
            : judged;
    return new Attempt.Judged(
        counts,
        verdict,
        candidate.added().stream().map(AddFile::path).toList(),
        () -> commit(batch, writer, candidate, plan, refusedRows, counts, verdict, drift(counted)),
        plan::close);
  }

  private Attempt commit(
      Batch batch,
      TableWriter writer,
      SourceFedCandidate candidate,
      LoadPlan plan,
      Optional<Quarantine.Candidate> refusedRows,
      Map<String, Long> counts,
      Verdict verdict,
      String drift) {
    context.listener().step(contract.name(), "committing");
    List<AddFile> added = new ArrayList<>(candidate.added());
    added.addAll(plan.survivors(writer, table));
    long ordinal = writer.lastOrdinal() + 1;
    var note =
        new CommitNote(
            batch.id(),
            context.runId(),
            ordinal,
            batch.contract(),
            batch.rules(),
            plan.touched(candidate.buckets()),
            batch.inputs().partial() ? List.of() : batch.inputs().upstream(),
            counts,
            verdict.noted());
    Optional<Long> version = writer.commit(added, plan.removed(), note);
    if (version.isEmpty()) {
      return Precedence.afterConflict(table, writer, batch);
    }
    context.listener().step(contract.name(), "quarantining");
    long refused = counts.getOrDefault(Counts.QUARANTINED, 0L);
    refusedRows.ifPresent(rows -> quarantine.commit(rows, batch, ordinal, refused));
    return new Attempt.Committed(version.get(), counts, verdict, drift);
  }

  @Override
  public Optional<Batch> waiting(LongSupplier settled) {
    return retakes.waiting(settled);
  }

  /** The batch that takes quarantined rows once more. */
  Batch replayed(Replayed rows, long tableVersion) {
    return retakes.of(rows, tableVersion);
  }

  /** What would become of a batch's rows, nothing written. */
  TableOutcome tried(Batch batch) {
    var marks = new Marks(rules(batch).rowRules(), true);
    Dataset<Row> marked = marks.on(records.typed(batch, new RecordCounts(contract)));
    long refused = marked.where(marks.isRefused()).count();
    long rows = marked.count();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(Counts.ROWS, rows);
    counts.put(Counts.QUARANTINED, refused);
    counts.put(Counts.COMMITTED, rows - refused);
    return TableOutcome.of(contract.name(), TableOutcome.Status.UP_TO_DATE, "nothing was changed")
        .counting(counts);
  }

  @Override
  public void complete(Batch batch) {
    CommitNote note = table.commitOf(batch.id(), batch.tableVersion()).orElseThrow().note();
    long refused = note.counts().getOrDefault(Counts.QUARANTINED, 0L);
    var marks = new Marks(rules(batch).rowRules(), true);
    Dataset<Row> marked = marks.on(records.typed(batch, new RecordCounts(contract)));
    quarantine
        .write(marked, marks, batch, note.ordinal(), refused)
        .ifPresent(rows -> quarantine.commit(rows, batch, note.ordinal(), refused));
  }

  private static String drift(RecordCounts counted) {
    return counted.unknownColumns().isEmpty()
        ? ""
        : "columns that the contract does not name: " + String.join(", ", counted.unknownColumns());
  }

  private RuleSet rules(Batch batch) {
    RuleSet now = written.at(batch.at());
    return batch.inputs().replayed() == null ? now : now.forReplay();
  }

  private Column[] columns(Batch batch) {
    List<Column> columns = new ArrayList<>();
    for (String name : shape.schema().fieldNames()) {
      boolean isBatchId = name.equals("_batch_id");
      columns.add(isBatchId ? lit(batch.id()).as(name) : col("`" + name + "`"));
    }
    return columns.toArray(new Column[0]);
  }
}
