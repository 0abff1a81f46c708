package org.assize.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleBook;

/** A book in memory. */
final class FakeBook implements ScheduleBook {

  private final Map<String, PipelineRun> runs = new LinkedHashMap<>();
  private final Set<String> paused = new TreeSet<>();

  @Override
  public synchronized List<PipelineRun> runs() {
    return List.copyOf(runs.values());
  }

  @Override
  public synchronized void write(List<PipelineRun> written) {
    written.forEach(run -> runs.put(run.pipeline() + run.occasion(), run));
  }

  @Override
  public Set<String> paused() {
    return paused;
  }

  @Override
  public void pause(String pipeline, boolean isPaused, String who) {
    if (isPaused) {
      paused.add(pipeline);
    } else {
      paused.remove(pipeline);
    }
  }
}
