package org.assize.spark.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.Counts;
import org.assize.core.ReadEnvironment;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableShape;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.gate.Verdict;
import org.assize.spark.landing.FileScan;
import org.assize.spark.landing.LandedFile;
import org.assize.spark.landing.LandingFolder;
import org.assize.spark.landing.RawFrame;
import org.assize.spark.landing.ScannedFile;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.FileInput;

/** Landing files into the raw table of their source: every record verbatim, each file once. */
final class RawRun implements TableRun {

  private static final TableShape SHAPE =
      new TableShape(RawFrame.SCHEMA, List.of(), List.of("_ingested_at"));

  private final RunContext context;
  private final TableTask task;
  private final Source source;
  private final StoredTable table;
  private final Configuration hadoop;
  private final Map<String, ScannedFile> scanned = new LinkedHashMap<>();
  private final List<Problem> refused = new ArrayList<>();

  RawRun(RunContext context, TableTask task, Source source) {
    this.context = context;
    this.task = task;
    this.source = source;
    this.table = context.table(source.rawTable());
    this.hadoop = context.spark().sessionState().newHadoopConf();
  }

  @Override
  public TableTask task() {
    return task;
  }

  @Override
  public StoredTable table() {
    return table;
  }

  /** Files that could not be taken, each with its reason; known after {@link #resolve}. */
  List<Problem> refused() {
    return refused;
  }

  @Override
  public Resolution resolve() {
    long version = table.latestVersion();
    Optional<String> elsewhere = landedElsewhere();
    if (elsewhere.isPresent()) {
      return new Resolution.Nothing(
          TableOutcome.of(
              source.rawTable(),
              TableOutcome.Status.UP_TO_DATE,
              "its files are landed in " + elsewhere.get() + ", and read there"));
    }
    Map<String, FileInput> byPath = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    for (BatchState state : context.ledger().batches(source.rawTable().toString())) {
      if (state.hasTakenInputs()) {
        state.batch().inputs().files().forEach(file -> taken.add(file.identity()));
        state.batch().inputs().files().forEach(file -> byPath.put(file.path(), file));
        state.batch().inputs().repeats().forEach(file -> byPath.put(file.path(), file));
      }
    }
    List<FileInput> fresh = new ArrayList<>();
    List<FileInput> repeats = new ArrayList<>();
    refused.clear();
    for (LandedFile landed : landed()) {
      FileInput known = byPath.get(landed.name(source));
      if (known != null
          && known.size() == landed.size()
          && known.modifiedMillis() == landed.modifiedMillis()) {
        continue;
      }
      scan(landed)
          .map(this::input)
          .ifPresent(input -> (taken.add(input.identity()) ? fresh : repeats).add(input));
    }
    if (fresh.isEmpty()) {
      return new Resolution.Nothing(nothing());
    }
    return new Resolution.Work(
        Batch.of(
            source.rawTable().toString(),
            BatchInputs.ofFiles(fresh, repeats),
            0,
            version,
            "",
            "",
            "",
            context.clock().instant()));
  }

  /** The environment that lands the same files, or any at all, where this one never did. */
  private Optional<String> landedElsewhere() {
    return context
        .inputs()
        .of(source.rawTable())
        .from()
        .filter(from -> from.landing().equals(context.workspace().landing()) || isUndelivered())
        .map(ReadEnvironment::name);
  }

  private boolean isUndelivered() {
    try {
      return landed().isEmpty();
    } catch (PlatformException e) {
      return e.problems().get(0).code() == ErrorCode.LANDING_MISSING;
    }
  }

  private List<LandedFile> landed() {
    var problems = new Problems();
    List<LandedFile> files =
        LandingFolder.list(source, context.workspace().landing(), hadoop, problems);
    refused.addAll(problems.all());
    return files;
  }

  private TableOutcome nothing() {
    return refused.isEmpty()
        ? TableOutcome.of(source.rawTable(), TableOutcome.Status.UP_TO_DATE, "no new file")
        : TableOutcome.failed(source.rawTable(), refused, java.time.Duration.ZERO);
  }

  private Optional<ScannedFile> scan(LandedFile landed) {
    try {
      ScannedFile file = FileScan.scan(landed, source, hadoop);
      scanned.put(input(file).identity(), file);
      return Optional.of(file);
    } catch (PlatformException e) {
      refused.addAll(e.problems());
      return Optional.empty();
    }
  }

  private FileInput input(ScannedFile file) {
    LandedFile landed = file.file();
    return new FileInput(
        landed.name(source),
        landed.placeholders(),
        landed.size(),
        landed.modifiedMillis(),
        file.sha256());
  }

  @Override
  public Attempt attempt(Batch batch) {
    List<ScannedFile> files = files(batch);
    var writer = TableWriter.open(table, SHAPE);
    Optional<Attempt> before = Precedence.of(table, writer, batch);
    if (before.isPresent()) {
      return before.get();
    }
    context.listener().works(source.rawTable(), Map.of());
    context.listener().step(source.rawTable(), "writing");
    Dataset<Row> frame = RawFrame.of(context.spark(), source, files, batch.at(), batch.id());
    List<AddFile> candidate = writer.write(frame);
    long records = files.stream().mapToLong(ScannedFile::records).sum();
    Conservation.require(source.rawTable(), "records", records, StoredTable.rows(candidate));
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(Counts.FILES, (long) files.size());
    counts.put(Counts.RECORDS, records);
    counts.put(Counts.COMMITTED, records);
    var note =
        new CommitNote(
            batch.id(),
            context.runId(),
            writer.lastOrdinal() + 1,
            "",
            "",
            null,
            List.of(),
            counts,
            null);
    context.listener().step(source.rawTable(), "committing");
    return writer
        .commit(candidate, List.of(), note)
        .<Attempt>map(
            version ->
                new Attempt.Committed(version, counts, new Verdict(List.of()), repeats(batch)))
        .orElseGet(() -> Precedence.afterConflict(table, writer, batch));
  }

  private static String repeats(Batch batch) {
    int repeats = batch.inputs().repeats().size();
    return repeats == 0
        ? ""
        : repeats + " repeated file" + (repeats == 1 ? "" : "s") + " not taken";
  }

  /** The batch's files exactly as recorded; a file that changed since is no input of this batch. */
  private List<ScannedFile> files(Batch batch) {
    List<ScannedFile> files = new ArrayList<>();
    Map<String, LandedFile> present = new LinkedHashMap<>();
    if (!scanned.keySet().containsAll(identities(batch))) {
      landed().forEach(file -> present.put(file.name(source), file));
    }
    for (FileInput input : batch.inputs().files()) {
      ScannedFile known = scanned.get(input.identity());
      LandedFile landed = present.get(input.path());
      if (known == null && landed != null) {
        known = scan(landed).orElse(null);
      }
      if (known == null || !input(known).identity().equals(input.identity())) {
        throw PlatformException.of(
            ErrorCode.INPUT_CHANGED,
            "The file " + input.path() + " changed or vanished after its batch was begun.",
            "Batch " + batch.id() + " was interrupted before it was committed.",
            "Nothing to do: what is there now is taken as a new batch.");
      }
      files.add(known);
    }
    return files;
  }

  private static List<String> identities(Batch batch) {
    return batch.inputs().files().stream().map(FileInput::identity).toList();
  }

  @Override
  public void complete(Batch batch) {
    // A raw table has nothing that follows its data.
  }
}
