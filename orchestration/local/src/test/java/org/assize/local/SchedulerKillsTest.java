package org.assize.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assize.contract.Cron;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Runs;
import org.assize.contract.Schedule;
import org.assize.contract.Schedule.Missed;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.junit.jupiter.api.Test;

/** A scheduler that dies is followed by another one. */
class SchedulerKillsTest {

  private static final DatasetName TAKINGS = new DatasetName("shop", Layer.PUBLISHED, "takings");

  private final MemoryBook book = new MemoryBook();
  private final MovableClock clock = new MovableClock(Instant.parse("2026-10-24T00:00:00Z"));

  /** Killed anywhere between two lines of the book, or before a run had its effect. */
  @Test
  void a_scheduler_killed_fifty_times_loses_no_interval_and_repeats_none_to_effect() {
    var chance = new Random(20261123);
    Map<String, Integer> effects = new HashMap<>();
    var kills = new AtomicInteger();
    Instant end = Instant.parse("2026-10-27T00:00:00Z");
    while (clock.instant().isBefore(end) || book.runs().stream().anyMatch(r -> !r.hasEnded())) {
      boolean isKilled = kills.get() < 50 && chance.nextBoolean();
      boolean hadEffect = chance.nextBoolean();
      var scheduler =
          new Scheduler(
              List.of(hourly()),
              id -> Set.of(),
              book,
              pipeline -> {
                String occasion = book.lines.get(book.lines.size() - 1).occasion();
                if (!isKilled || hadEffect) {
                  // As tables do: what was taken once is not taken again.
                  effects.merge(occasion, 1, (before, one) -> before);
                }
                if (isKilled) {
                  kills.incrementAndGet();
                  throw new Killed();
                }
                return done();
              },
              tables -> Map.of(),
              run -> {},
              clock,
              Runnable::run,
              2);
      try {
        scheduler.tick();
        scheduler.tick();
      } catch (Killed killed) {
        assertThat(isKilled).isTrue();
      }
      clock.set(clock.instant().plus(Duration.ofMinutes(25)).toString());
    }

    assertThat(kills).hasValue(50);
    // From midnight in London, an hour before UTC's, over the night that has two first hours.
    List<String> done =
        book.runs().stream()
            .filter(run -> run.state() == State.DONE)
            .map(PipelineRun::occasion)
            .toList();
    assertThat(done).doesNotHaveDuplicates().hasSizeBetween(72, 73);
    assertThat(effects.keySet()).containsExactlyInAnyOrderElementsOf(done);
    for (int i = 1; i < done.size(); i++) {
      assertThat(done.get(i)).startsWith(done.get(i - 1).split("/")[1]);
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Pipeline hourly() {
    var schedule =
        new Schedule(
            Cron.parse("0 * * * *"),
            ZoneId.of("Europe/London"),
            Optional.of(LocalDate.parse("2026-10-24")),
            Missed.ALL);
    return new Pipeline(
        "shop",
        "shop",
        "",
        Runs.USUAL,
        Optional.of(schedule),
        List.of(),
        List.of(new Task("takings", List.of(TAKINGS), Set.of(), false)));
  }

  private RunReport done() {
    TableOutcome outcome = TableOutcome.of(TAKINGS, Status.COMMITTED, "");
    return new RunReport("r", "default", clock.instant(), clock.instant(), List.of(outcome));
  }
}
