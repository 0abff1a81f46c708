package org.assize.cli;

import java.time.Instant;
import java.util.Optional;
import org.assize.cli.text.Json;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Standing;

/**
 * How a pipeline stands.
 *
 * @param next when it begins next by its schedule, paused or not; empty where others start it
 */
record PipelineState(Standing standing, Optional<Instant> next) {

  static PipelineState of(Standing standing, Instant now) {
    return new PipelineState(
        standing, standing.pipeline().schedule().map(Occurrences::of).map(all -> all.next(now)));
  }

  String word() {
    if (!standing.isDeployed()) {
      return "not deployed";
    }
    String word = standing.last().map(run -> PipelineWords.of(run.state())).orElse("never begun");
    return word
        + (standing.isPaused() ? ", paused" : "")
        + (standing.obstacle().isEmpty() ? "" : ", " + standing.obstacle());
  }

  Json json() {
    Optional<PipelineRun> last = standing.last();
    Optional<String> obstacle = Optional.of(standing.obstacle()).filter(text -> !text.isEmpty());
    return Json.object()
        .put("pipeline", standing.pipeline().id())
        .put("deployed", standing.isDeployed())
        .put("paused", standing.isPaused())
        .put("obstacle", obstacle)
        .put("state", last.map(run -> PipelineWords.json(run.state())))
        .put("occasion", last.map(PipelineRun::occasion))
        .put("attempt", last.map(PipelineRun::attempt))
        .put("runId", last.map(PipelineRun::runId))
        .put("nextAt", next);
  }
}
