package org.assize.core.schedule;

import java.util.List;
import java.util.Optional;

/**
 * Port: what runs the pipelines of an environment. The same questions and orders, whether that is a
 * scheduler of ours or a server; every method may fail with a PlatformException.
 */
public interface ScheduleRunner {

  /** How pipelines stand, in the order given. */
  List<Standing> standings(List<Pipeline> pipelines);

  /** Keeps pipelines from beginning; runs under way go on. None is touched unless all can be. */
  void pause(List<Pipeline> pipelines, String who);

  /** Lets paused pipelines begin. None is touched unless all can be. */
  void resume(List<Pipeline> pipelines, String who);

  /** Names of the runs of a pipeline, newest first; of very many the newest hundred. */
  List<String> runs(Pipeline pipeline);

  /** The run of a name, or for an occasion. */
  Optional<PipelineRun> find(Pipeline pipeline, String name);

  /** What is known of tasks of a run, in the order given. */
  List<TaskRecord> records(Pipeline pipeline, PipelineRun run, List<Task> tasks);

  /** What running a run that has ended once more would do; changes nothing. */
  Rerun foresee(Pipeline pipeline, PipelineRun run, Rerun.Extent extent);

  /** Makes the run due once more. */
  void rerun(Rerun rerun);
}
