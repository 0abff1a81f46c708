package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.instant;
import static org.assize.airflow.client.Answers.interval;
import static org.assize.airflow.client.Answers.required;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.api.AirflowApi;
import org.assize.airflow.client.generated.model.ClearBody;
import org.assize.airflow.client.generated.model.RunAnswer;
import org.assize.airflow.client.generated.model.RunPatch;
import org.assize.airflow.client.generated.model.RunPatchWord;
import org.assize.airflow.client.generated.model.TriggerBody;

/** The runs of the DAGs of a server. */
public final class Runs {

  private static final List<String> NEWEST_FIRST = List.of("-run_after", "-id");

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Exchange exchange;
  private final Clock clock;
  private final Sleeper sleeper;

  Runs(Exchange exchange, Clock clock, Sleeper sleeper) {
    this.exchange = exchange;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Runs, newest first. */
  public List<DagRun> list(RunQuery query) {
    List<DagRun> found =
        exchange.all(
            Ask.repeatable("list the runs of " + query.dagId()),
            query.most(),
            (api, offset) -> page(api, query, offset));
    return found.subList(0, Math.min(found.size(), query.most()));
  }

  /** A run; absent where there is none of this id, or no such DAG. */
  public Optional<DagRun> find(String dagId, String runId) {
    return exchange.find(
        Ask.repeatable("show run " + runId + " of DAG " + dagId),
        api -> run(required(api.run(dagId, runId), "body")));
  }

  /**
   * Makes a run. It waits while its DAG is paused. Never asked twice by itself: name the run where
   * doubt must be resolved later.
   */
  public DagRun trigger(Trigger trigger) {
    var body =
        new TriggerBody()
            .dagRunId(trigger.runId().orElse(null))
            .conf(trigger.settings())
            .note(trigger.note().orElse(null));
    // Without a logical date the server drops the interval and says nothing.
    trigger
        .interval()
        .ifPresent(
            span ->
                body.logicalDate(Answers.sent(span.start()))
                    .dataIntervalStart(Answers.sent(span.start()))
                    .dataIntervalEnd(Answers.sent(span.end())));
    return exchange.ask(
        Ask.once("make a run of DAG " + trigger.dagId()),
        api -> run(required(api.trigger(trigger.dagId(), body), "body")));
  }

  /**
   * Waits until a run has ended, looking once a second, and answers it as last seen: not ended
   * where the time was over first or the thread was interrupted.
   */
  public DagRun await(DagRun run, Duration atMost) {
    Instant deadline = clock.instant().plus(atMost);
    DagRun seen = look(run);
    while (!seen.state().isEnd()
        && clock.instant().isBefore(deadline)
        && !Thread.currentThread().isInterrupted()) {
      sleeper.sleep(BETWEEN_LOOKS);
      seen = look(run);
    }
    return seen;
  }

  private DagRun look(DagRun run) {
    return exchange.ask(
        Ask.repeatable("show run " + run.id() + " of DAG " + run.dagId()),
        api -> run(required(api.run(run.dagId(), run.id()), "body")));
  }

  /** Runs the failed tasks of a run again, and what waits for them. */
  public DagRun rerunFailed(String dagId, String runId) {
    return clear(dagId, runId, true);
  }

  /** Runs every task of a run again, those that succeeded as well. */
  public DagRun rerunAll(String dagId, String runId) {
    return clear(dagId, runId, false);
  }

  /** Ends a run as failed; its running tasks are told to stop. */
  public DagRun fail(String dagId, String runId) {
    var patch = new RunPatch().state(RunPatchWord.FAILED);
    return exchange.ask(
        Ask.repeatable("end run " + runId + " of DAG " + dagId),
        api -> run(required(api.patchRun(dagId, runId, patch), "body")));
  }

  private DagRun clear(String dagId, String runId, boolean onlyFailed) {
    var body = new ClearBody().dryRun(false).onlyFailed(onlyFailed);
    return exchange.ask(
        Ask.once("clear run " + runId + " of DAG " + dagId),
        api -> run(required(api.clearRun(dagId, runId, body), "body")));
  }

  private static Page<DagRun> page(AirflowApi api, RunQuery query, int offset) throws ApiException {
    List<String> states =
        query.states().stream().map(state -> state.name().toLowerCase(Locale.ROOT)).toList();
    OffsetDateTime from = query.from().map(Answers::sent).orElse(null);
    OffsetDateTime until = query.until().map(Answers::sent).orElse(null);
    int size = Math.min(Page.SIZE, query.most());
    var page =
        required(
            api.listRuns(query.dagId(), states, from, until, size, offset, NEWEST_FIRST), "body");
    return new Page<>(each(page.getDagRuns(), "dag_runs", Runs::run), page.getTotalEntries());
  }

  private static DagRun run(RunAnswer run) throws ApiException {
    return new DagRun(
        required(run.getDagId(), "dag_id"),
        required(run.getDagRunId(), "dag_run_id"),
        Answers.word(RunType.class, required(run.getRunType(), "run_type"), RunType.UNKNOWN),
        Answers.word(RunState.class, required(run.getState(), "state"), RunState.UNKNOWN),
        instant(run.getLogicalDate()),
        interval(run.getDataIntervalStart(), run.getDataIntervalEnd()),
        instant(run.getRunAfter()),
        instant(run.getQueuedAt()),
        instant(run.getStartDate()),
        instant(run.getEndDate()),
        Optional.ofNullable(run.getNote()));
  }
}
