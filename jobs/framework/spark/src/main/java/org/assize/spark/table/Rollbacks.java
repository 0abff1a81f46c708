package org.assize.spark.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.delta.CommitNote;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.delta.TableWriter;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;
import org.assize.spark.ledger.RolledBack;
import org.jspecify.annotations.Nullable;

/**
 * Tables made again what they were. What a rollback takes out is neither consumed nor taken again
 * by itself: the table is held until somebody releases it, and the next batch reads it again.
 */
public final class Rollbacks {

  private final RunContext context;

  /** Rollbacks of one process. */
  public Rollbacks(RunContext context) {
    this.context = context;
  }

  /**
   * Gives a table the rows of an earlier version, in one commit. The decision is recorded first;
   * where the commit then fails, calling this again carries it out.
   *
   * @throws PlatformException USAGE for a raw table or a version that was no earlier state of the
   *     table; INPUT_MISSING where files of that version are gone; CONFLICT where another run wrote
   */
  public TableOutcome rollBack(Definition definition, long version, String who, String why) {
    if (!(definition instanceof Definition.Contracted table)) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          definition.table() + " is raw: it holds what was delivered.",
          "",
          "Roll the tables back that are made from it.");
    }
    StoredTable stored = context.table(table.table());
    requireEarlier(stored, version);
    var writer =
        TableWriter.open(
            stored,
            table.contract().isDerived()
                ? Shapes.derived(table.contract())
                : Shapes.sourceFed(table.contract()));
    NavigableMap<Long, CommitNote> undone =
        stored.notes(version, writer.startedFrom()).orElseThrow(() -> gone(table.table()));
    List<String> batches = undone.values().stream().map(CommitNote::batch).toList();
    Snapshot then = stored.snapshot(version);
    List<AddFile> files = then.allFiles().collectAsList();
    requirePresent(stored, files);
    note(Kind.ROLLED_BACK, table.table(), new RolledBack(version, batches, who, why));
    context.listener().step(table.table(), "committing");
    Set<String> kept = new HashSet<>();
    files.forEach(file -> kept.add(file.path()));
    List<AddFile> present = writer.allFiles();
    Set<String> there = new HashSet<>();
    present.forEach(file -> there.add(file.path()));
    List<AddFile> added = files.stream().filter(file -> !there.contains(file.path())).toList();
    List<AddFile> removed = present.stream().filter(file -> !kept.contains(file.path())).toList();
    var note =
        new CommitNote(
            "rollback-" + context.runId() + "-" + writer.startedFrom(),
            context.runId(),
            writer.lastOrdinal() + 1,
            table.contract().version(),
            table.rules().fingerprint(),
            touched(undone),
            List.of(),
            Map.of("filesBack", (long) added.size(), "filesOut", (long) removed.size()),
            null,
            version);
    long now = writer.restore(then, added, removed, note).orElseThrow(() -> overtaken(table));
    return new TableOutcome(
        table.table(),
        Status.HELD,
        Optional.empty(),
        Optional.of(now),
        Map.of(),
        Map.of(),
        List.of(),
        "rolled back to version " + version + "; held until it is released",
        java.time.Duration.ZERO);
  }

  /**
   * Lets a table be run again.
   *
   * @throws PlatformException USAGE where it is not held so
   */
  public void release(DatasetName table, String who, String why) {
    if (!context.ledger().rolledBack().containsKey(table.toString())) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          table + " is not rolled back.",
          "",
          "`assize status` says how tables stand.");
    }
    note(Kind.RELEASED, table, Map.of("who", who, "why", why));
  }

  /** What to say of a table that is held so; empty where it is not. */
  static Optional<TableOutcome> held(RunContext context, StoredTable table) {
    return Optional.ofNullable(context.ledger().rolledBack().get(table.name().toString()))
        .map(
            rolled ->
                new TableOutcome(
                    table.name(),
                    Status.HELD,
                    Optional.empty(),
                    // With a version: what reads the table goes on from what it holds now.
                    Optional.of(table.latestVersion()),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    "rolled back to version "
                        + rolled.version()
                        + " by "
                        + rolled.who()
                        + "; `assize rollback release "
                        + table.name().selector()
                        + "` lets it run again",
                    java.time.Duration.ZERO));
  }

  /** The same where the ledger, read earlier, may not know of the newest commit yet. */
  static Optional<TableOutcome> heldSince(RunContext context, StoredTable table) {
    long version = table.latestVersion();
    boolean isRolledBack =
        table.notes(version - 1, version).stream()
            .flatMap(notes -> notes.values().stream())
            .anyMatch(note -> note.restored() != null);
    if (isRolledBack) {
      context.ledger().refresh();
    }
    return isRolledBack ? held(context, table) : Optional.empty();
  }

  private void note(Kind kind, DatasetName table, Object detail) {
    context
        .ledger()
        .note(
            List.of(
                LedgerEvent.of(
                    kind,
                    table.toString(),
                    "",
                    context.runId(),
                    context.clock().instant(),
                    Json.write(detail))));
    context.ledger().flush();
  }

  /** Spans whose rows change; null when some commit did not say, or changed everything. */
  private static @Nullable List<long[]> touched(NavigableMap<Long, CommitNote> undone) {
    List<long[]> touched = new ArrayList<>();
    for (CommitNote note : undone.values()) {
      List<long[]> spans = note.touched();
      if (spans == null) {
        return null;
      }
      touched.addAll(spans);
    }
    return touched;
  }

  private static void requireEarlier(StoredTable stored, long version) {
    long latest = stored.latestVersion();
    if (version < 1 || version >= latest) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          stored.name() + " has no earlier version " + version + " with rows.",
          latest > 1 ? "It has versions 1 to " + latest + ", the last one now." : "",
          "`assize status` shows the version that it has now.");
    }
    if (stored.notes(version - 1, latest).isEmpty()) {
      throw gone(stored.name());
    }
  }

  private void requirePresent(StoredTable stored, List<AddFile> files) {
    try {
      FileSystem system =
          stored.path().getFileSystem(context.spark().sessionState().newHadoopConf());
      for (AddFile file : files) {
        if (!system.exists(new Path(stored.path(), new Path(file.toPath().toUri())))) {
          throw gone(stored.name());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformException gone(DatasetName table) {
    return PlatformException.of(
        ErrorCode.INPUT_MISSING,
        "What " + table + " was at that version cannot be told any more.",
        "Its log is past its retention, or files were removed.",
        "Choose a later version, or run it with --restate.");
  }

  private static PlatformException overtaken(Definition.Contracted table) {
    return PlatformException.of(
        ErrorCode.CONFLICT,
        "Another run wrote " + table.table() + " meanwhile.",
        "The table is held, and still has those rows.",
        "Roll it back again.");
  }
}
