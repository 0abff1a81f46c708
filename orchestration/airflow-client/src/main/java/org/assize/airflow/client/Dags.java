package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.instant;
import static org.assize.airflow.client.Answers.interval;
import static org.assize.airflow.client.Answers.required;

import java.util.List;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.DagAnswer;
import org.assize.airflow.client.generated.model.DagPatch;

/** The DAGs of a server. */
public final class Dags {

  private static final List<String> ORDER = List.of("dag_id");

  private final Exchange exchange;

  Dags(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Every DAG whose file is there, by id. */
  public List<DagStatus> all() {
    return list("list the DAGs", List.of());
  }

  /** Every DAG with a tag whose file is there, by id. */
  public List<DagStatus> tagged(String tag) {
    return list("list the DAGs tagged " + tag, List.of(tag));
  }

  /** A DAG, also one whose file is gone; absent where the server never read one of this id. */
  public Optional<DagStatus> find(String dagId) {
    return exchange.find(
        Ask.repeatable("show DAG " + dagId), api -> status(required(api.dag(dagId), "body")));
  }

  /** Starts no more runs of a DAG; those that run go on. */
  public DagStatus pause(String dagId) {
    return patch("pause", dagId, true);
  }

  /** Lets a DAG run; without catch-up, its newest scheduled run begins at once. */
  public DagStatus unpause(String dagId) {
    return patch("unpause", dagId, false);
  }

  private DagStatus patch(String verb, String dagId, boolean isPaused) {
    var patch = new DagPatch().isPaused(isPaused);
    return exchange.ask(
        Ask.repeatable(verb + " DAG " + dagId),
        api -> status(required(api.patchDag(dagId, patch), "body")));
  }

  private List<DagStatus> list(String deed, List<String> tags) {
    return exchange.all(
        Ask.repeatable(deed),
        (api, offset) -> {
          var page = required(api.listDags(tags, Page.SIZE, offset, ORDER), "body");
          return new Page<>(each(page.getDags(), "dags", Dags::status), page.getTotalEntries());
        });
  }

  private static DagStatus status(DagAnswer dag) throws ApiException {
    return new DagStatus(
        required(dag.getDagId(), "dag_id"),
        required(dag.getIsPaused(), "is_paused"),
        required(dag.getIsStale(), "is_stale"),
        required(dag.getHasImportErrors(), "has_import_errors"),
        Optional.ofNullable(dag.getDescription()),
        Optional.ofNullable(dag.getTimetableSummary()),
        each(dag.getTags(), "tags", tag -> required(tag.getName(), "name")),
        each(dag.getOwners(), "owners", owner -> owner),
        Optional.ofNullable(dag.getFileloc()),
        instant(dag.getLastParsedTime()),
        interval(dag.getNextDagrunDataIntervalStart(), dag.getNextDagrunDataIntervalEnd()),
        instant(dag.getNextDagrunRunAfter()));
  }
}
