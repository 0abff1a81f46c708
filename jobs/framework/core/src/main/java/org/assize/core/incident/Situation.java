package org.assize.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.standing.TableStanding;

/**
 * Everything that incidents are judged from.
 *
 * @param definitions every table, inputs first
 * @param runs of schedulers, as last heard of, oldest first
 * @param paused ids of pipelines
 * @param heartbeat when a scheduler last said that it lives; empty where none ever ran
 */
public record Situation(
    Instant now,
    List<Definition> definitions,
    List<Pipeline> pipelines,
    Map<DatasetName, TableStanding> tables,
    List<PipelineRun> runs,
    Set<String> paused,
    Optional<Instant> heartbeat) {

  public Situation {
    definitions = List.copyOf(definitions);
    pipelines = List.copyOf(pipelines);
    tables = Map.copyOf(tables);
    runs = List.copyOf(runs);
    paused = Set.copyOf(paused);
  }

  /** The newest run of a pipeline. */
  Optional<PipelineRun> newest(Pipeline pipeline) {
    return runs.stream()
        .filter(run -> run.pipeline().equals(pipeline.id()))
        .reduce((older, newer) -> newer);
  }

  /** The pipelines that run a table. */
  List<Pipeline> pipelines(DatasetName table) {
    return pipelines.stream()
        .filter(pipeline -> pipeline.tasks().stream().anyMatch(t -> t.tables().contains(table)))
        .toList();
  }
}
