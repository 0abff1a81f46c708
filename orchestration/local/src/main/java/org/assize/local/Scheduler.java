package org.assize.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assize.contract.DatasetName;
import org.assize.core.RunReport;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.ScheduleBook;

/**
 * Begins pipelines when their schedules say so, or when what they await was published, and writes
 * down each beginning before it and each end after it. A scheduler that died is followed by another
 * one that takes up what it left; a pipeline that thus runs twice has no second effect, for its
 * tables take nothing twice.
 */
public final class Scheduler {

  /** Port: runs the tables of a pipeline to their ends. */
  public interface PipelineRunner {

    /**
     * Runs; a failure of a table is in the report. May throw, which counts as a passing failure.
     */
    RunReport run(Pipeline pipeline);
  }

  /** Port: the newest versions of tables, those that were never built left out. */
  public interface TableVersions {

    /** By table. */
    Map<DatasetName, Long> of(Set<DatasetName> tables);
  }

  /** Port: hears what happens. Called from several threads. */
  public interface Listener {

    /** A run began, ended, will be tried again or was passed over. */
    void heard(PipelineRun run);
  }

  private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();
  private final Agenda agenda;
  private final ScheduleBook book;
  private final PipelineRunner runner;
  private final TableVersions versions;
  private final Listener listener;
  private final Clock clock;
  private final Executor executor;
  private final int atOnce;
  private final Map<String, Pipeline> running = new ConcurrentHashMap<>();
  private final Semaphore ended = new Semaphore(0);

  /**
   * A scheduler of some pipelines; they wait for those that a function names by id, as {@link
   * PipelineOrder} does.
   */
  public Scheduler(
      List<Pipeline> pipelines,
      Function<String, Set<String>> upstream,
      ScheduleBook book,
      PipelineRunner runner,
      TableVersions versions,
      Listener listener,
      Clock clock,
      Executor executor,
      int atOnce) {
    pipelines.forEach(pipeline -> this.pipelines.put(pipeline.id(), pipeline));
    this.agenda = new Agenda(pipelines, upstream, clock.instant());
    this.book = book;
    this.runner = runner;
    this.versions = versions;
    this.listener = listener;
    this.clock = clock;
    this.executor = executor;
    this.atOnce = atOnce;
  }

  /** Begins whatever is due; answers how many runs this scheduler then has under way. */
  public int tick() {
    Instant now = clock.instant();
    Map<String, List<PipelineRun>> runs =
        book.runs().stream()
            .collect(
                Collectors.groupingBy(PipelineRun::pipeline, TreeMap::new, Collectors.toList()));
    var known =
        new Agenda.Knowledge(
            runs, Set.copyOf(running.keySet()), book.paused(), versions.of(awaited()));
    Agenda.Decision decision = agenda.at(now, known);
    if (!decision.passOver().isEmpty()) {
      book.write(decision.passOver());
      decision.passOver().forEach(listener::heard);
    }
    for (PipelineRun run : decision.begin()) {
      Pipeline pipeline = pipelines.get(run.pipeline());
      if (pipeline != null && hasSlot(pipeline)) {
        running.put(run.pipeline(), pipeline);
        book.write(List.of(run));
        listener.heard(run);
        executor.execute(() -> carryOut(pipeline, run));
      }
    }
    return running.size();
  }

  /** Returns when a run has ended, at the latest after a time. */
  public void await(Duration atMost) throws InterruptedException {
    if (ended.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      ended.drainPermits();
    }
  }

  private boolean hasSlot(Pipeline pipeline) {
    long taken =
        running.values().stream().filter(p -> p.domain().equals(pipeline.domain())).count();
    return taken < pipeline.runs().slots() && running.size() < atOnce;
  }

  private Set<DatasetName> awaited() {
    Set<DatasetName> awaited = new HashSet<>();
    pipelines.values().forEach(pipeline -> awaited.addAll(pipeline.awaited()));
    return awaited;
  }

  private void carryOut(Pipeline pipeline, PipelineRun run) {
    try {
      PipelineRun ended = ended(pipeline, run);
      book.write(List.of(ended));
      listener.heard(ended);
    } finally {
      running.remove(pipeline.id());
      ended.release();
    }
  }

  private PipelineRun ended(Pipeline pipeline, PipelineRun run) {
    String id = "";
    int exitCode;
    try {
      RunReport report = runner.run(pipeline);
      id = report.runId();
      exitCode = report.failuresPass() ? 6 : report.exitCode();
    } catch (RuntimeException e) {
      exitCode = 6;
    }
    Instant now = clock.instant();
    return switch (exitCode) {
      case 0 -> run.as(State.DONE, now, Optional.empty(), id);
      case 4 -> run.as(State.HELD, now, Optional.empty(), id);
      case 5, 6 -> again(pipeline, run, now, id);
      default -> run.as(State.FAILED, now, Optional.empty(), id);
    };
  }

  private static PipelineRun again(Pipeline pipeline, PipelineRun run, Instant now, String id) {
    if (run.attempt() > pipeline.runs().retries()) {
      return run.as(State.FAILED, now, Optional.empty(), id);
    }
    Duration wait =
        pipeline.runs().retryAfter().multipliedBy(1L << Math.min(run.attempt() - 1, 10));
    return run.as(State.AGAIN, now, Optional.of(now.plus(wait)), id);
  }
}
