package org.assize.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.cli.text.Json;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleBook;

/**
 * How a pipeline stands.
 *
 * @param last its newest run, by when it was first written down
 * @param next when it begins next by its schedule, paused or not; empty where others start it
 */
record PipelineState(
    Pipeline pipeline, boolean isPaused, Optional<PipelineRun> last, Optional<Instant> next) {

  static List<PipelineState> of(List<Pipeline> pipelines, ScheduleBook book, Instant now) {
    List<PipelineRun> runs = book.runs();
    Set<String> paused = book.paused();
    List<PipelineState> states = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      states.add(
          new PipelineState(
              pipeline,
              paused.contains(pipeline.id()),
              runs.stream()
                  .filter(run -> run.pipeline().equals(pipeline.id()))
                  .reduce((before, after) -> after),
              pipeline.schedule().map(Occurrences::of).map(all -> all.next(now))));
    }
    return states;
  }

  String word() {
    String word = last.map(run -> PipelineWords.of(run.state())).orElse("never begun");
    return isPaused ? word + ", paused" : word;
  }

  Json json() {
    return Json.object()
        .put("pipeline", pipeline.id())
        .put("paused", isPaused)
        .put("state", last.map(run -> PipelineWords.of(run.state()).replace(' ', '_')))
        .put("occasion", last.map(PipelineRun::occasion))
        .put("attempt", last.map(PipelineRun::attempt))
        .put("runId", last.map(PipelineRun::runId))
        .put("nextAt", next);
  }
}
