package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.instant;
import static org.assize.airflow.client.Answers.required;
import static org.assize.airflow.client.Answers.sent;

import java.util.List;
import java.util.Optional;
import org.assize.airflow.client.BackfillOrder.Direction;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.BackfillAnswer;
import org.assize.airflow.client.generated.model.BackfillBody;
import org.assize.airflow.client.generated.model.ReprocessWord;

/** The backfills of a server. Runs of a backfill wait while their DAG is paused. */
public final class Backfills {

  private static final List<String> NEWEST_FIRST = List.of("-id");

  private final Exchange exchange;

  Backfills(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Which runs an order would make; changes nothing. */
  public BackfillPlan plan(BackfillOrder order) {
    return exchange.ask(
        Ask.repeatable("plan a backfill of DAG " + order.dagId()),
        api -> {
          var answer = required(api.planBackfill(body(order)), "body");
          return new BackfillPlan(
              each(
                  answer.getBackfills(),
                  "backfills",
                  run -> required(run.getLogicalDate(), "logical_date").toInstant()));
        });
  }

  /**
   * Orders a backfill; a conflict where one of the DAG is not over. Never asked twice by itself.
   */
  public Backfill create(BackfillOrder order) {
    return exchange.ask(
        Ask.once("make a backfill of DAG " + order.dagId()),
        api -> backfill(required(api.createBackfill(body(order)), "body")));
  }

  /** Every backfill of a DAG, newest first. */
  public List<Backfill> of(String dagId) {
    return exchange.all(
        Ask.repeatable("list the backfills of DAG " + dagId),
        (api, offset) -> {
          var page = required(api.listBackfills(dagId, Page.SIZE, offset, NEWEST_FIRST), "body");
          return new Page<>(
              each(page.getBackfills(), "backfills", Backfills::backfill), page.getTotalEntries());
        });
  }

  /** A backfill, or nothing where there is none of this id. */
  public Optional<Backfill> find(int id) {
    return exchange.find(
        Ask.repeatable("show backfill " + id), api -> backfill(required(api.backfill(id), "body")));
  }

  /** Starts no more of its runs. */
  public Backfill pause(int id) {
    return exchange.ask(
        Ask.repeatable("pause backfill " + id),
        api -> backfill(required(api.pauseBackfill(id), "body")));
  }

  /** Goes on with its runs. */
  public Backfill unpause(int id) {
    return exchange.ask(
        Ask.repeatable("unpause backfill " + id),
        api -> backfill(required(api.unpauseBackfill(id), "body")));
  }

  /**
   * Ends it: runs that go on end by themselves, runs still queued become failed, also those that
   * had succeeded earlier and were to be made again. A second time it is a conflict.
   */
  public Backfill cancel(int id) {
    return exchange.ask(
        Ask.once("cancel backfill " + id),
        api -> backfill(required(api.cancelBackfill(id), "body")));
  }

  private static BackfillBody body(BackfillOrder order) {
    return new BackfillBody()
        .dagId(order.dagId())
        .fromDate(sent(order.first()))
        .toDate(sent(order.last()))
        .reprocessBehavior(ReprocessWord.valueOf(order.reprocess().name()))
        .runBackwards(order.direction() == Direction.NEWEST_FIRST)
        .maxActiveRuns(order.mostAtOnce())
        .dagRunConf(order.settings());
  }

  private static Backfill backfill(BackfillAnswer answer) throws ApiException {
    return new Backfill(
        required(answer.getId(), "id"),
        required(answer.getDagId(), "dag_id"),
        required(answer.getFromDate(), "from_date").toInstant(),
        required(answer.getToDate(), "to_date").toInstant(),
        required(answer.getIsPaused(), "is_paused"),
        Answers.word(
            Reprocess.class,
            required(answer.getReprocessBehavior(), "reprocess_behavior"),
            Reprocess.NONE),
        required(answer.getMaxActiveRuns(), "max_active_runs"),
        required(answer.getCreatedAt(), "created_at").toInstant(),
        instant(answer.getCompletedAt()));
  }
}
