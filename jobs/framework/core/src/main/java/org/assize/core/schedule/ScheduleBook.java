package org.assize.core.schedule;

import java.util.List;
import java.util.Set;

/** Port: where schedulers write down what they began and how it ended, durably. */
public interface ScheduleBook {

  /** Each run as last heard of, in the order in which the runs were first written down. */
  List<PipelineRun> runs();

  /** Writes runs down, all or none. */
  void write(List<PipelineRun> runs);

  /** Ids of the pipelines that somebody paused. */
  Set<String> paused();

  /** Pauses a pipeline, or lets it go on. */
  void pause(String pipeline, boolean isPaused, String who);
}
