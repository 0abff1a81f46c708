package org.assize.spark.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleBook;

/** What schedulers write down, as events of the ledger: durable when a call returns. */
public final class LedgerBook implements ScheduleBook {

  private final Ledger ledger;
  private final Clock clock;

  /** Runs by the id of their event: a scheduler asks every few seconds, and events never change. */
  private final Map<String, PipelineRun> known = new ConcurrentHashMap<>();

  /** A book in a workspace's ledger. */
  public LedgerBook(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Detail of an event of a pause. */
  private record Pause(String pipeline, boolean isPaused, String who) {}

  @Override
  public List<PipelineRun> runs() {
    ledger.refresh();
    Map<String, PipelineRun> newest = new LinkedHashMap<>();
    for (LedgerEvent event : ledger.schedule()) {
      if (event.kind() == LedgerEvent.Kind.SCHEDULED) {
        PipelineRun run =
            known.computeIfAbsent(event.id(), id -> Json.read(event.detail(), PipelineRun.class));
        newest.put(run.pipeline() + " " + run.occasion(), run);
      }
    }
    return List.copyOf(newest.values());
  }

  @Override
  public void write(List<PipelineRun> runs) {
    ledger.note(
        runs.stream()
            .map(run -> event(LedgerEvent.Kind.SCHEDULED, run.runId(), run.at(), run))
            .toList());
    ledger.flush();
  }

  @Override
  public Set<String> paused() {
    ledger.refresh();
    Set<String> paused = new TreeSet<>();
    for (LedgerEvent event : ledger.schedule()) {
      if (event.kind() == LedgerEvent.Kind.PAUSED) {
        Pause pause = Json.read(event.detail(), Pause.class);
        if (pause.isPaused()) {
          paused.add(pause.pipeline());
        } else {
          paused.remove(pause.pipeline());
        }
      }
    }
    return paused;
  }

  @Override
  public void pause(String pipeline, boolean isPaused, String who) {
    ledger.note(
        List.of(
            event(
                LedgerEvent.Kind.PAUSED, "", clock.instant(), new Pause(pipeline, isPaused, who))));
    ledger.flush();
  }

  private static LedgerEvent event(LedgerEvent.Kind kind, String runId, Instant at, Record detail) {
    return LedgerEvent.of(kind, "", "", runId, at, Json.write(detail));
  }
}
