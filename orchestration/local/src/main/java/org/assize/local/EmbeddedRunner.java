package org.assize.local;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.assize.core.Definition;
import org.assize.core.RunReport;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Rerun;
import org.assize.core.schedule.Rerun.Extent;
import org.assize.core.schedule.ScheduleBook;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.core.schedule.Standing;
import org.assize.core.schedule.Task;
import org.assize.core.schedule.TaskRecord;

/**
 * The embedded scheduler as people ask it, whether or not one is up: what it wrote down, and orders
 * that the next look of one takes up.
 */
public final class EmbeddedRunner implements ScheduleRunner {

  private static final int MOST = 100;

  private final ScheduleBook book;
  private final Supplier<List<RunReport>> reports;
  private final Reports tasks;
  private final Clock clock;

  /** Asks a book, and reports of runs for what became of tables. */
  public EmbeddedRunner(
      ScheduleBook book,
      Supplier<List<RunReport>> reports,
      Collection<Definition> definitions,
      Clock clock) {
    this.book = book;
    this.reports = reports;
    this.tasks = new Reports(definitions);
    this.clock = clock;
  }

  @Override
  public List<Standing> standings(List<Pipeline> pipelines) {
    List<PipelineRun> runs = book.runs();
    Set<String> paused = book.paused();
    return pipelines.stream()
        .map(
            pipeline ->
                new Standing(
                    pipeline,
                    true,
                    paused.contains(pipeline.id()),
                    newestFirst(runs, pipeline).stream().findFirst(),
                    ""))
        .toList();
  }

  @Override
  public void pause(List<Pipeline> pipelines, String who) {
    pipelines.forEach(pipeline -> book.pause(pipeline.id(), true, who));
  }

  @Override
  public void resume(List<Pipeline> pipelines, String who) {
    pipelines.forEach(pipeline -> book.pause(pipeline.id(), false, who));
  }

  @Override
  public List<String> runs(Pipeline pipeline) {
    return newestFirst(book.runs(), pipeline).stream().limit(MOST).map(PipelineRun::name).toList();
  }

  @Override
  public Optional<PipelineRun> find(Pipeline pipeline, String name) {
    return newestFirst(book.runs(), pipeline).stream()
        .filter(run -> run.name().equals(name) || run.occasion().equals(name))
        .findFirst();
  }

  @Override
  public List<TaskRecord> records(Pipeline pipeline, PipelineRun run, List<Task> wanted) {
    Optional<RunReport> report = report(run);
    return wanted.stream().map(task -> tasks.record(task, run, report)).toList();
  }

  @Override
  public Rerun foresee(Pipeline pipeline, PipelineRun run, Extent extent) {
    List<Task> again =
        extent == Extent.WHOLE
            ? pipeline.tasks()
            : records(pipeline, run, pipeline.tasks()).stream()
                .filter(record -> record.state() != PipelineRun.State.DONE)
                .map(TaskRecord::task)
                .toList();
    return new Rerun(pipeline, run, extent, again, book.paused().contains(pipeline.id()));
  }

  @Override
  public void rerun(Rerun rerun) {
    book.write(List.of(rerun.run().wanted(clock.instant())));
  }

  private Optional<RunReport> report(PipelineRun run) {
    return run.runId().isEmpty()
        ? Optional.empty()
        : reports.get().stream().filter(r -> r.runId().equals(run.runId())).findFirst();
  }

  private static List<PipelineRun> newestFirst(List<PipelineRun> runs, Pipeline pipeline) {
    List<PipelineRun> own =
        new ArrayList<>(runs.stream().filter(r -> r.pipeline().equals(pipeline.id())).toList());
    Collections.reverse(own);
    return own;
  }
}
