package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.required;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.assize.airflow.client.generated.model.PartAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An Airflow server, asked over its REST interface. Thread-safe.
 *
 * <p>Opening asks nothing; the first call that needs it logs in, and a login that is over is made
 * again. What may be asked twice is asked again while the server does not answer; what must not be
 * done twice is asked once. Lists come whole. Every failure is a {@link
 * org.assize.contract.problem.PlatformException} with a code that begins with {@code AIRFLOW_}; no
 * message holds a password or a token. Fields and words that newer servers add are ignored.
 */
public final class AirflowServer {

  private static final List<String> BY_FILE = List.of("filename", "id");

  private final Exchange exchange;
  private final Dags dags;
  private final Runs runs;
  private final Tasks tasks;
  private final Backfills backfills;
  private final Assets assets;
  private final Pools pools;

  private AirflowServer(Exchange exchange, Clock clock, Sleeper sleeper) {
    this.exchange = exchange;
    this.dags = new Dags(exchange);
    this.runs = new Runs(exchange, clock, sleeper);
    this.tasks = new Tasks(exchange);
    this.backfills = new Backfills(exchange);
    this.assets = new Assets(exchange);
    this.pools = new Pools(exchange);
  }

  /** A server, with usual patience. */
  public static AirflowServer open(AirflowLogin login, Clock clock) {
    return open(login, clock, Waiting.UNHEARD);
  }

  /** A server, with usual patience, and somebody who hears of it. */
  public static AirflowServer open(AirflowLogin login, Clock clock, Waiting waiting) {
    var attempts = new Attempts(Patience.standard(), Sleeper.real(), waiting);
    return open(login, clock, attempts);
  }

  /** A server, with a way of waiting and with patience. */
  public static AirflowServer open(
      AirflowLogin login, Clock clock, Sleeper sleeper, Patience patience) {
    return open(login, clock, new Attempts(patience, sleeper, Waiting.UNHEARD));
  }

  static AirflowServer open(AirflowLogin login, Clock clock, Attempts attempts) {
    return new AirflowServer(new Exchange(login, attempts), clock, attempts.sleeper());
  }

  /** Which Airflow it is, such as {@code 3.3.2}. Needs no login. */
  public String version() {
    return exchange.askOpenly(
        Ask.repeatable("say its version"),
        api -> required(required(api.version(), "body").getVersion(), "version"));
  }

  /** How its parts are. Needs no login. */
  public ServerHealth health() {
    return exchange.askOpenly(
        Ask.repeatable("say how it is"),
        api -> {
          var health = required(api.health(), "body");
          return new ServerHealth(
              words(health.getMetadatabase()),
              words(health.getScheduler()),
              words(health.getDagProcessor()),
              words(health.getTriggerer()));
        });
  }

  /** Every DAG file that cannot be read, by name. */
  public List<ImportError> importErrors() {
    return exchange.all(
        Ask.repeatable("list the DAG files it cannot read"),
        (api, offset) -> {
          var page = required(api.listImportErrors(Page.SIZE, offset, BY_FILE), "body");
          return new Page<>(
              each(
                  page.getImportErrors(),
                  "import_errors",
                  error ->
                      new ImportError(
                          required(error.getFilename(), "filename"),
                          required(error.getTimestamp(), "timestamp").toInstant(),
                          required(error.getStackTrace(), "stack_trace"))),
              page.getTotalEntries());
        });
  }

  /** Its DAGs. */
  public Dags dags() {
    return dags;
  }

  /** The runs of its DAGs. */
  public Runs runs() {
    return runs;
  }

  /** The tasks of its runs, and their logs. */
  public Tasks tasks() {
    return tasks;
  }

  /** Its backfills. */
  public Backfills backfills() {
    return backfills;
  }

  /** Its assets. */
  public Assets assets() {
    return assets;
  }

  /** Its pools. */
  public Pools pools() {
    return pools;
  }

  private static String words(@Nullable PartAnswer part) {
    return part == null ? "" : Objects.requireNonNullElse(part.getStatus(), "");
  }
}
