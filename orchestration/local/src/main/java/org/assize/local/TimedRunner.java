package org.assize.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;

/**
 * Ends what takes too long: tables that are at work when the time is over fail with RUN_TIMED_OUT,
 * which is tried again; what they had committed by then stays.
 *
 * @param cancel makes the runner give up what it is at; called again until it has
 * @param timeout for the tables that run at the same time
 */
public record TimedRunner(TableRunner runner, Runnable cancel, Duration timeout)
    implements TableRunner {

  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    var isOver = new AtomicBoolean();
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "assize-timeout");
              thread.setDaemon(true);
              return thread;
            });
    // Whatever begins between two looks is given up at the next.
    ScheduledFuture<?> looks =
        watch.scheduleWithFixedDelay(
            () -> {
              isOver.set(true);
              cancel.run();
            },
            timeout.toMillis(),
            AGAIN_AFTER.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      List<TableOutcome> outcomes = runner.run(ready, listener);
      return isOver.get() ? outcomes.stream().map(this::told).toList() : outcomes;
    } finally {
      looks.cancel(false);
      watch.shutdown();
    }
  }

  private TableOutcome told(TableOutcome outcome) {
    if (outcome.status() != Status.FAILED) {
      return outcome;
    }
    var problem =
        new Problem(
            ErrorCode.RUN_TIMED_OUT,
            Place.NOWHERE,
            outcome.table() + " was given up after " + timeout.toMinutes() + " minutes.",
            "Its domain's `runs: {timeout: ...}` allows no more.",
            ErrorCode.RUN_TIMED_OUT.mend());
    return TableOutcome.failed(outcome.table(), List.of(problem), outcome.took());
  }
}
