package org.assize.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleBook;

/** A book that outlives schedulers, and keeps every line for tests to read. */
final class MemoryBook implements ScheduleBook {

  final List<PipelineRun> lines = new ArrayList<>();
  private final Map<String, PipelineRun> newest = new LinkedHashMap<>();
  private final Set<String> paused = new TreeSet<>();

  @Override
  public List<PipelineRun> runs() {
    return List.copyOf(newest.values());
  }

  @Override
  public void write(List<PipelineRun> runs) {
    for (PipelineRun run : runs) {
      lines.add(run);
      newest.put(run.pipeline() + " " + run.occasion(), run);
    }
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
