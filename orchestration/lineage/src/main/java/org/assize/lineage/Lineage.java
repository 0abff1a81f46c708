package org.assize.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.assize.contract.DatasetName;
import org.assize.core.LineageSettings;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.DeclaredOrigins;
import org.assize.core.lineage.ReadVersion;

/**
 * Hears a run and tells of each table's part in it: START when it begins to work, then COMPLETE,
 * FAIL, or ABORT where it was held, not ready or left out. A table that is up to date tells
 * nothing. Whatever goes wrong here fails no run; it is said when the run is over. No event holds a
 * value of a row.
 */
public final class Lineage implements RunListener, AutoCloseable {

  /** The variable with the key of the server that events are sent to. */
  public static final String KEY = "OPENLINEAGE_API_KEY";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private final Map<DatasetName, TableTask> tasks = new ConcurrentHashMap<>();
  private final Map<DatasetName, TableEvents> begun = new ConcurrentHashMap<>();
  private final RunEvents events;
  private final DeclaredOrigins declared;
  private final Outbox outbox;

  private Lineage(
      RunEvents events, Collection<TableTask> tasks, DeclaredOrigins declared, Outbox outbox) {
    tasks.forEach(task -> this.tasks.put(task.table(), task));
    this.events = events;
    this.declared = declared;
    this.outbox = outbox;
  }

  /**
   * Of one run.
   *
   * @param runId id that the run has in the ledger
   * @param variables environment variables: the key of a server, and the run that this one is a
   *     part of
   */
  public static Lineage of(
      LineageSettings settings,
      Workspace workspace,
      Collection<TableTask> tasks,
      String runId,
      DeclaredOrigins declared,
      Map<String, String> variables,
      Clock clock) {
    Recipient recipient =
        switch (settings.kind()) {
          case FILE -> new EventFile(Path.of(settings.target()).resolve(runId + ".jsonl"));
          case HTTP -> new EventServer(settings.target(), variables.getOrDefault(KEY, ""));
        };
    var events = RunEvents.of(workspace, settings, runId, variables, clock);
    return new Lineage(events, tasks, declared, new Outbox(recipient, PATIENCE));
  }

  @Override
  public void works(DatasetName table, Map<DatasetName, ReadVersion> inputs) {
    quietly(() -> begin(table, inputs));
  }

  @Override
  public void computed(DatasetName table, Supplier<ColumnOrigins> origins) {
    quietly(() -> Optional.ofNullable(begun.get(table)).ifPresent(one -> one.observed(origins)));
  }

  @Override
  public void ended(TableOutcome outcome) {
    // What an earlier run committed is told by who finds it: that run may have died before.
    boolean isFound = outcome.status() == Status.DONE_ELSEWHERE && outcome.version().isPresent();
    boolean isIdle =
        outcome.status() == Status.UP_TO_DATE || outcome.status() == Status.DONE_ELSEWHERE;
    if (!isIdle || isFound || begun.containsKey(outcome.table())) {
      quietly(() -> end(outcome));
    }
  }

  private void end(TableOutcome outcome) {
    begin(outcome.table(), Map.of());
    Optional.ofNullable(begun.remove(outcome.table())).ifPresent(one -> send(one.end(outcome)));
  }

  private void begin(DatasetName table, Map<DatasetName, ReadVersion> inputs) {
    TableTask task = tasks.get(table);
    if (task != null && !begun.containsKey(table)) {
      var one = new TableEvents(events, task, inputs, declared(task));
      begun.put(table, one);
      send(one.start());
    }
  }

  /** Tables run in several threads, and an inspector works in one. */
  private synchronized ColumnOrigins declared(TableTask task) {
    return declared.of(task.definition());
  }

  private void send(Object event) {
    try {
      outbox.send(JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is plain data", e);
    }
  }

  /** A fault of ours is no reason to fail a table that is well. */
  private void quietly(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      outbox.lose("it could not be made (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Waits a little for what is under way; then {@link #untold} is known. */
  @Override
  public void close() {
    outbox.close();
  }

  /** How many events reached nobody and why, a sentence; empty where all did. */
  public Optional<String> untold() {
    return outbox.untold();
  }

  static EventType typeOf(Status status) {
    return switch (status) {
      case COMMITTED, COMMITTED_WITH_WARNINGS, UP_TO_DATE, DONE_ELSEWHERE -> EventType.COMPLETE;
      case FAILED -> EventType.FAIL;
      case HELD, NOT_READY, SKIPPED -> EventType.ABORT;
    };
  }
}
