package org.assize.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assize.core.incident.Teller;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.local.EmbeddedRunner;

/**
 * Looks around every minute beside a scheduler, in a thread of its own: a channel that is slow or
 * down keeps nothing from beginning. What it sees is told, and answered to who asks.
 */
final class Lookout implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final Session session;
  private final Watch watch;
  private final CheckedWorkspace checked;
  private final OpenEngine engine;
  private final ScheduleRunner runner;
  private final Optional<HealthServer> health;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<String, String> faults = new HashMap<>();
  private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);
  private Instant lookedAt = Instant.MIN;

  Lookout(
      Session session, CheckedWorkspace checked, OpenEngine engine, Optional<HealthServer> health) {
    this.session = session;
    this.checked = checked;
    this.watch = new Watch(session, checked);
    this.engine = engine;
    this.health = health;
    this.runner =
        new EmbeddedRunner(
            engine.book(),
            engine::reports,
            checked.graph().definitions(),
            session.surroundings().clock());
  }

  /** The scheduler ticked. Looks, unless it did in the last minute or still does. */
  void lookNowAndThen() {
    health.ifPresent(HealthServer::ticked);
    Clock clock = session.surroundings().clock();
    if (look.isDone() && lookedAt.isBefore(clock.instant().minus(BETWEEN_LOOKS))) {
      lookedAt = clock.instant();
      look = CompletableFuture.runAsync(this::look, thread);
    }
  }

  /** Looks once more and waits for it. */
  void lookLast() {
    look.join();
    look();
  }

  private void look() {
    try {
      StatusView view =
          StatusView.of(session, checked, runner.standings(checked.pipelines()), engine);
      health.ifPresent(server -> server.looked(view));
      tell(watch.tell(engine, view.incidents()));
    } catch (RuntimeException e) {
      session.step("Nobody was told: " + Failure.of(e).problems().get(0));
    }
  }

  private void tell(Teller.Told told) {
    told.told().forEach(notice -> session.step(IncidentWords.line(notice)));
    told.faults()
        .forEach(
            (channel, why) -> {
              if (!why.equals(faults.put(channel, why))) {
                session.step(IncidentWords.fault(channel, why));
              }
            });
    faults.keySet().retainAll(told.faults().keySet());
  }

  @Override
  public void close() {
    look.join();
    thread.shutdown();
    health.ifPresent(HealthServer::close);
  }
}
