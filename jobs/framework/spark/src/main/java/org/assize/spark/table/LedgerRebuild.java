package org.assize.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.TableGraph;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.Scala;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.landing.LandedFile;
import org.assize.spark.landing.LandingFolder;
import org.assize.spark.ledger.Batch;
import org.assize.spark.ledger.BatchInputs;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.FileInput;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;
import org.assize.spark.ledger.RolledBack;

/**
 * Writes into the ledger what the tables say was committed and the ledger does not know: raw tables
 * by the files that their rows name, others by the notes in their logs, and past the log's
 * retention by the upstream versions that the table itself remembers.
 */
public final class LedgerRebuild {

  private final RunContext context;
  private final List<LedgerEvent> events = new ArrayList<>();
  private final List<LedgerEvent> decisions = new ArrayList<>();

  /** A rebuild of the ledger of a context. */
  public LedgerRebuild(RunContext context) {
    this.context = context;
  }

  /** Rebuilds and answers how many batches were restored. */
  public int rebuild(TableGraph graph) {
    for (Definition definition : graph.definitions()) {
      StoredTable table = context.table(definition.table());
      long version = table.latestVersion();
      if (version > 0) {
        if (definition instanceof Definition.Raw raw) {
          rebuildRaw(raw, table, version);
        } else {
          rebuildOther(definition, table, version);
        }
      }
    }
    context.ledger().note(events);
    context.ledger().note(decisions);
    context.ledger().flush();
    return events.size() / 2;
  }

  private void rebuildRaw(Definition.Raw raw, StoredTable table, long version) {
    Set<String> known = new HashSet<>();
    for (BatchState state : context.ledger().batches(raw.table().toString())) {
      if (state.last() == Kind.COMMITTED) {
        state.batch().inputs().files().forEach(file -> known.add(file.identity()));
      }
    }
    Map<String, LandedFile> landed = new LinkedHashMap<>();
    var hadoop = context.spark().sessionState().newHadoopConf();
    LandingFolder.list(raw.source(), context.workspace().landing(), hadoop, new Problems())
        .forEach(file -> landed.put(file.name(raw.source()), file));
    List<FileInput> files = new ArrayList<>();
    for (Row row :
        table
            .frame(version)
            .select("_file", "_file_hash", "_placeholders", "_delivered_at")
            .distinct()
            .collectAsList()) {
      FileInput file = file(row, landed);
      if (known.add(file.identity())) {
        files.add(file);
      }
    }
    if (!files.isEmpty()) {
      add(raw.table(), BatchInputs.ofFiles(files, List.of()), "", "", version);
    }
  }

  private static FileInput file(Row row, Map<String, LandedFile> landed) {
    @SuppressWarnings("unchecked")
    Map<String, String> placeholders = Json.read(row.getString(2), Map.class);
    long modified = row.getTimestamp(3).getTime();
    LandedFile present = landed.get(row.getString(0));
    long size = present != null && present.modifiedMillis() == modified ? present.size() : -1;
    return new FileInput(
        row.getString(0), new TreeMap<>(placeholders), size, modified, row.getString(1));
  }

  private void rebuildOther(Definition definition, StoredTable table, long version) {
    Set<String> known = new HashSet<>();
    for (BatchState state : context.ledger().batches(definition.table().toString())) {
      if (state.last() == Kind.COMMITTED) {
        known.add(state.batch().id());
      }
    }
    Optional<NavigableMap<Long, CommitNote>> notes = table.notes(-1, version);
    if (notes.isPresent()) {
      rolledBack(definition.table(), notes.get());
      for (CommitNote note : live(notes.get())) {
        if (known.add(note.batch())) {
          List<long[]> spans = note.touched() == null ? List.of() : note.touched();
          BatchInputs inputs = BatchInputs.ofTables(note.upstream(), spans, false);
          add(note.batch(), definition.table(), inputs, note.contract(), note.rules(), version);
        }
      }
    } else if (known.isEmpty()) {
      rebuildFromTransactions(definition, table, version);
    }
  }

  /** Of batches that a rollback took out nothing is committed. */
  private static List<CommitNote> live(NavigableMap<Long, CommitNote> notes) {
    List<CommitNote> live = new ArrayList<>();
    Map.Entry<Long, CommitNote> entry = notes.lastEntry();
    while (entry != null) {
      Long restored = entry.getValue().restored();
      if (restored == null) {
        live.add(0, entry.getValue());
        entry = notes.lowerEntry(entry.getKey());
      } else {
        entry = notes.floorEntry(restored);
      }
    }
    return live;
  }

  /** A table that stands as a rollback left it is held, whoever decided it. */
  private void rolledBack(DatasetName table, NavigableMap<Long, CommitNote> notes) {
    Long restored = notes.isEmpty() ? null : notes.lastEntry().getValue().restored();
    if (restored != null && !context.ledger().wasRolledBack(table.toString())) {
      var rolled = new RolledBack(restored, List.of(), "a ledger that is gone", "");
      decisions.add(
          LedgerEvent.of(
              Kind.ROLLED_BACK,
              table.toString(),
              "",
              context.runId(),
              context.clock().instant(),
              Json.write(rolled)));
    }
  }

  private void rebuildFromTransactions(Definition definition, StoredTable table, long version) {
    Map<String, Long> consumed = new LinkedHashMap<>();
    for (SetTransaction transaction : Scala.java(table.snapshot(version).setTransactions())) {
      consumed.put(transaction.appId(), transaction.version());
    }
    List<UpstreamRange> ranges = new ArrayList<>();
    for (DatasetName need : definition.needs()) {
      UpstreamRange range = context.inputs().of(need).range(-1, 0);
      Long last = consumed.get(range.tableId());
      if (last != null) {
        ranges.add(new UpstreamRange(range.table(), range.tableId(), -1, last, range.warehouse()));
      }
    }
    add(definition.table(), BatchInputs.ofTables(ranges, List.of(), false), "", "", version);
  }

  private void add(
      DatasetName table, BatchInputs inputs, String contract, String rules, long version) {
    Batch batch =
        Batch.of(
            table.toString(), inputs, 0, version, contract, rules, "", context.clock().instant());
    add(batch.id(), table, inputs, contract, rules, version);
  }

  private void add(
      String id,
      DatasetName table,
      BatchInputs inputs,
      String contract,
      String rules,
      long version) {
    var now = context.clock().instant();
    Batch batch = new Batch(id, table.toString(), inputs, 0, version, contract, rules, "", now);
    events.add(
        LedgerEvent.of(Kind.INTENT, table.toString(), id, context.runId(), now, Json.write(batch)));
    events.add(
        LedgerEvent.of(
            Kind.COMMITTED, table.toString(), id, context.runId(), now, "{\"rebuilt\":true}"));
  }
}
