package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.required;
import static org.assize.airflow.client.Answers.sent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.AssetAnswer;
import org.assize.airflow.client.generated.model.AssetEventAnswer;
import org.jspecify.annotations.Nullable;

/** The assets of a server, and when they were written. */
public final class Assets {

  private static final List<String> BY_NAME = List.of("name", "id");
  private static final List<String> OLDEST_FIRST = List.of("timestamp");

  private final Exchange exchange;

  Assets(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Every asset that some DAG names, by name. */
  public List<AssetStatus> all() {
    return exchange.all(
        Ask.repeatable("list the assets"),
        (api, offset) -> {
          var page = required(api.listAssets(Page.SIZE, offset, BY_NAME), "body");
          return new Page<>(
              each(page.getAssets(), "assets", Assets::asset), page.getTotalEntries());
        });
  }

  /** Events of every asset from a time on, oldest first. */
  public List<AssetEvent> eventsSince(Instant start) {
    return events("list the asset events since " + start, null, null, sent(start));
  }

  /** Events that a run sent, oldest first. */
  public List<AssetEvent> eventsOf(String dagId, String runId) {
    return events("list the asset events of run " + runId + " of DAG " + dagId, dagId, runId, null);
  }

  private List<AssetEvent> events(
      String deed, @Nullable String dagId, @Nullable String runId, @Nullable OffsetDateTime start) {
    return exchange.all(
        Ask.repeatable(deed),
        (api, offset) -> {
          var answer = api.listAssetEvents(dagId, runId, start, Page.SIZE, offset, OLDEST_FIRST);
          var page = required(answer, "body");
          return new Page<>(
              each(page.getAssetEvents(), "asset_events", Assets::event), page.getTotalEntries());
        });
  }

  private static AssetStatus asset(AssetAnswer asset) throws ApiException {
    return new AssetStatus(
        required(asset.getId(), "id"),
        required(asset.getName(), "name"),
        required(asset.getUri(), "uri"),
        each(
            asset.getProducingTasks(),
            "producing_tasks",
            task -> task.getDagId() + "." + task.getTaskId()),
        each(
            asset.getScheduledDags(), "scheduled_dags", dag -> required(dag.getDagId(), "dag_id")));
  }

  private static AssetEvent event(AssetEventAnswer event) throws ApiException {
    return new AssetEvent(
        required(event.getId(), "id"),
        required(event.getAssetId(), "asset_id"),
        Objects.requireNonNullElse(event.getName(), ""),
        required(event.getTimestamp(), "timestamp").toInstant(),
        Optional.ofNullable(event.getSourceDagId()),
        Optional.ofNullable(event.getSourceRunId()),
        Objects.requireNonNullElse(event.getExtra(), Map.of()),
        each(
            event.getCreatedDagruns(),
            "created_dagruns",
            run -> run.getDagId() + "/" + run.getRunId()));
  }
}
