package org.assize.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assize.contract.DatasetName;
import org.assize.core.incident.Incident;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.standing.TableStanding;

/**
 * How everything stands as Prometheus reads it, in its text format: names, counts and times, never
 * a value of a row.
 */
final class MetricsPage {

  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  private MetricsPage() {}

  /** The page of a moment at which the scheduler ticked. */
  static String of(StatusView view, Instant tick, Instant look) {
    var page = new MetricsPage();
    page.gauge("assize_scheduler_last_tick_timestamp_seconds", "Newest tick of the scheduler.");
    page.sample("assize_scheduler_last_tick_timestamp_seconds", "", tick.getEpochSecond());
    page.gauge("assize_last_look_timestamp_seconds", "When what follows was judged.");
    page.sample("assize_last_look_timestamp_seconds", "", look.getEpochSecond());
    page.incidents(view.incidents());
    page.tables(view);
    page.pipelines(view.pipelines());
    return page.text.toString();
  }

  private void incidents(List<Incident> open) {
    gauge("assize_incidents", "Open incidents.");
    Map<String, Long> counts = new TreeMap<>();
    for (Incident.Kind kind : Incident.Kind.values()) {
      counts.put(labels("domain", "", "kind", word(kind)), 0L);
    }
    for (Incident incident : open) {
      counts.merge(
          labels("domain", incident.domain(), "kind", word(incident.kind())), 1L, Long::sum);
    }
    counts.forEach((labels, count) -> sample("assize_incidents", labels, count));
  }

  private static String word(Incident.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void tables(StatusView view) {
    gauge("assize_table_complete_through_timestamp_seconds", "Through when a table is complete.");
    view.complete()
        .forEach(
            (table, complete) ->
                complete
                    .through()
                    .ifPresent(
                        at ->
                            sample(
                                "assize_table_complete_through_timestamp_seconds",
                                labels(table),
                                at.getEpochSecond())));
    gauge("assize_table_final", "1 where figures are final as far as anything is known.");
    view.complete()
        .forEach(
            (table, complete) ->
                sample("assize_table_final", labels(table), complete.isFinal() ? 1 : 0));
    gauge("assize_table_refused_rows", "Refused rows about which nobody decided.");
    gauge("assize_table_held_batches", "Batches that wait for a decision.");
    for (TableStanding standing : view.standings().values()) {
      sample("assize_table_refused_rows", labels(standing.table()), standing.refused());
      sample("assize_table_held_batches", labels(standing.table()), standing.held().size());
    }
  }

  private void pipelines(List<PipelineState> pipelines) {
    gauge("assize_pipeline_state", "1 for the state of the newest run.");
    gauge("assize_pipeline_next_timestamp_seconds", "When a schedule comes next.");
    for (PipelineState state : pipelines) {
      String id = state.standing().pipeline().id();
      state
          .standing()
          .last()
          .map(PipelineRun::state)
          .ifPresent(
              last ->
                  sample(
                      "assize_pipeline_state",
                      labels("pipeline", id, "state", PipelineWords.json(last)),
                      1));
      state
          .next()
          .ifPresent(
              at ->
                  sample(
                      "assize_pipeline_next_timestamp_seconds",
                      labels("pipeline", id),
                      at.getEpochSecond()));
    }
  }

  private void gauge(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String labels, long value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }

  private static String labels(DatasetName table) {
    return labels("domain", table.domain(), "layer", table.layer().word(), "table", table.table());
  }

  private static String labels(String... namesAndValues) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      labels.add(namesAndValues[i] + "=\"" + namesAndValues[i + 1] + "\"");
    }
    return "{" + String.join(",", labels) + "}";
  }
}
