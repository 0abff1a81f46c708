package org.assize.airflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.Backfill;
import org.assize.airflow.client.BackfillOrder;
import org.assize.airflow.client.DagRun;
import org.assize.airflow.client.Reprocess;
import org.assize.airflow.client.RunQuery;
import org.assize.airflow.client.Sleeper;
import org.assize.airflow.client.Trigger;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.DataInterval;
import org.assize.core.schedule.Occurrences;

/**
 * Has a server compute tables anew, and waits for the end: what time cuts and a schedule starts as
 * a backfill of the schedule's intervals that are over, anything else as one run.
 */
final class Backfilling {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final AirflowServer server;
  private final Clock clock;
  private final Sleeper sleeper;

  Backfilling(AirflowServer server, Clock clock, Sleeper sleeper) {
    this.server = server;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Answers the runs as they ended.
   *
   * @param name of a run that is made for it, without the pipeline's; the same for the same work
   * @param progress hears sentences without a stop
   */
  List<DagRun> carryOut(ComputedAnew anew, String name, Consumer<String> progress) {
    if (anew.pipeline().schedule().isEmpty() || anew.span().isEmpty()) {
      return List.of(run(anew, name, progress));
    }
    List<DagRun> ended = new ArrayList<>();
    DataInterval span = anew.span().get();
    Occurrences occurrences = Occurrences.of(anew.pipeline().schedule().get());
    Instant over = occurrences.last(clock.instant());
    if (span.start().isBefore(over)) {
      ended.addAll(backfill(anew.until(over), occurrences, progress));
    }
    if (span.end().isAfter(over)) {
      ended.add(run(anew.from(over), name, progress));
    }
    return ended;
  }

  private static BackfillOrder order(ComputedAnew anew, Occurrences occurrences) {
    DataInterval span = anew.span().orElseThrow();
    Instant first = occurrences.last(span.start());
    Instant last = occurrences.last(span.end().minusMillis(1));
    return BackfillOrder.of(anew.pipeline().id(), first, last)
        .reprocessing(Reprocess.COMPLETED)
        .atOnce(anew.pipeline().runs().slots())
        .with(anew.settings());
  }

  private List<DagRun> backfill(
      ComputedAnew anew, Occurrences occurrences, Consumer<String> progress) {
    BackfillOrder order = order(anew, occurrences);
    int expected = occurrences.between(order.first(), order.last()).size() + 1;
    int possible = server.backfills().plan(order).logicalDates().size();
    if (possible < expected) {
      throw PlatformException.of(
          ErrorCode.BACKFILL_BLOCKED,
          "Runs of "
              + order.dagId()
              + " are under way for "
              + (expected - possible)
              + " of "
              + expected
              + " intervals.",
          "Airflow would leave these out.",
          ErrorCode.BACKFILL_BLOCKED.mend());
    }
    Backfill made = server.backfills().create(order);
    String what = "backfill " + made.id() + " of DAG " + order.dagId();
    progress.accept(what + ": " + expected + " runs, at most " + order.mostAtOnce() + " at once");
    RunQuery own = RunQuery.of(order.dagId()).between(order.first(), order.last().plusMillis(1));
    List<DagRun> runs = List.of();
    long told = 0;
    boolean isOver = false;
    while (!isOver) {
      isOver = server.backfills().find(made.id()).flatMap(Backfill::completed).isPresent();
      runs = server.runs().list(own);
      long done = runs.stream().filter(run -> run.state().isEnd()).count();
      if (done > told) {
        progress.accept(what + ": " + done + " of " + expected + " runs have ended");
        told = done;
      }
      if (!isOver) {
        sleeper.sleep(BETWEEN_LOOKS);
      }
    }
    return runs;
  }

  /**
   * Without an interval, of which Airflow lets no two runs share the start: its settings say it.
   */
  private DagRun run(ComputedAnew anew, String name, Consumer<String> progress) {
    DagRun seen =
        server.runs().trigger(Trigger.of(anew.pipeline().id()).named(name).with(anew.settings()));
    progress.accept("run " + seen.id() + " of DAG " + seen.dagId());
    while (!seen.state().isEnd()) {
      seen = server.runs().await(seen, Duration.ofMinutes(10));
    }
    return seen;
  }
}
