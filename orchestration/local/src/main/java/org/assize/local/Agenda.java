package org.assize.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assize.contract.DatasetName;
import org.assize.contract.Schedule;
import org.assize.contract.Schedule.Missed;
import org.assize.core.DataInterval;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.jspecify.annotations.Nullable;

/** Decides what should begin, from what was written down and the time alone. */
final class Agenda {

  private final Map<String, Pipeline> pipelines = new TreeMap<>();
  private final Function<String, Set<String>> upstream;
  private final Instant startedAt;

  /** Takes pipelines and the time at which the scheduler started. */
  Agenda(List<Pipeline> all, Function<String, Set<String>> upstream, Instant startedAt) {
    all.forEach(pipeline -> pipelines.put(pipeline.id(), pipeline));
    this.upstream = upstream;
    this.startedAt = startedAt;
  }

  /**
   * What the scheduler knows.
   *
   * @param runs as last heard of, by pipeline, oldest first
   * @param running ids of pipelines that this scheduler runs now
   * @param versions of tables that pipelines await
   */
  record Knowledge(
      Map<String, List<PipelineRun>> runs,
      Set<String> running,
      Set<String> paused,
      Map<DatasetName, Long> versions) {}

  /** Runs to begin, those that others wait for first, and runs to pass over. */
  record Decision(List<PipelineRun> begin, List<PipelineRun> passOver) {}

  Decision at(Instant now, Knowledge known) {
    List<PipelineRun> begin = new ArrayList<>();
    List<PipelineRun> passOver = new ArrayList<>();
    Set<String> busy = new HashSet<>(known.running());
    Map<String, PipelineRun> ready = new TreeMap<>();
    for (Pipeline pipeline : pipelines.values()) {
      List<PipelineRun> runs = known.runs().getOrDefault(pipeline.id(), List.of());
      Optional<PipelineRun> open = runs.stream().filter(run -> !run.hasEnded()).findFirst();
      if (known.running().contains(pipeline.id()) || known.paused().contains(pipeline.id())) {
        continue;
      }
      if (open.isPresent()) {
        busy.add(pipeline.id());
        if (open.get().again().map(again -> !again.isAfter(now)).orElse(true)) {
          ready.put(pipeline.id(), taken(open.get(), now));
        }
      } else {
        next(pipeline, runs, now, known, passOver)
            .ifPresent(
                run -> {
                  busy.add(pipeline.id());
                  ready.put(pipeline.id(), run);
                });
      }
    }
    for (Map.Entry<String, PipelineRun> entry : ready.entrySet()) {
      if (upstream.apply(entry.getKey()).stream().noneMatch(busy::contains)) {
        begin.add(entry.getValue());
      }
    }
    return new Decision(begin, passOver);
  }

  /** Whoever began a run and wrote no end died: that is no attempt of the run's own. */
  private static PipelineRun taken(PipelineRun open, Instant now) {
    return open.state() == State.AGAIN
        ? open.retried(now)
        : open.as(State.BEGUN, now, Optional.empty(), "");
  }

  private Optional<PipelineRun> next(
      Pipeline pipeline,
      List<PipelineRun> runs,
      Instant now,
      Knowledge known,
      List<PipelineRun> passOver) {
    return pipeline.schedule().isPresent()
        ? scheduled(pipeline, pipeline.schedule().get(), runs, now, passOver)
        : published(pipeline, runs, now, known);
  }

  private Optional<PipelineRun> scheduled(
      Pipeline pipeline,
      Schedule schedule,
      List<PipelineRun> runs,
      Instant now,
      List<PipelineRun> passOver) {
    List<DataInterval> open = open(schedule, runs, now);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    DataInterval latest = open.get(open.size() - 1);
    // What came while this scheduler was up and busy was not missed.
    boolean isInTime = !latest.end().isBefore(startedAt);
    DataInterval chosen = schedule.missed() == Missed.ALL ? open.get(0) : latest;
    boolean isMadeUpFor = schedule.missed() != Missed.NONE || isInTime;
    for (DataInterval interval : open) {
      boolean isPast = schedule.missed() != Missed.ALL && !interval.equals(latest);
      if (isPast || !isMadeUpFor) {
        passOver.add(
            begun(pipeline, interval, now).as(State.PASSED_OVER, now, Optional.empty(), ""));
      }
    }
    return isMadeUpFor ? Optional.of(begun(pipeline, chosen, now)) : Optional.empty();
  }

  /** Intervals that have passed and of which nothing was written down, oldest first. */
  private static List<DataInterval> open(Schedule schedule, List<PipelineRun> runs, Instant now) {
    Occurrences occurrences = Occurrences.of(schedule);
    Instant latestEnd = occurrences.last(now);
    Optional<Instant> known =
        runs.stream().map(PipelineRun::due).max(Instant::compareTo).or(() -> first(schedule));
    DataInterval latest = occurrences.around(latestEnd.minusMillis(1));
    if (known.isEmpty()) {
      return List.of(latest);
    }
    return occurrences.between(known.get(), latestEnd);
  }

  private static Optional<Instant> first(Schedule schedule) {
    return schedule.start().map(day -> day.atStartOfDay(schedule.timezone()).toInstant());
  }

  private static PipelineRun begun(Pipeline pipeline, DataInterval interval, Instant now) {
    return begun(pipeline, interval.toString(), interval.end(), now);
  }

  private static PipelineRun begun(Pipeline pipeline, String occasion, Instant due, Instant now) {
    return new PipelineRun(pipeline.id(), occasion, due, State.BEGUN, 1, now, Optional.empty(), "");
  }

  private static Optional<PipelineRun> published(
      Pipeline pipeline, List<PipelineRun> runs, Instant now, Knowledge known) {
    String seen =
        pipeline.awaited().stream()
            .filter(known.versions()::containsKey)
            .map(table -> table + "@" + known.versions().get(table))
            .collect(Collectors.joining(","));
    @Nullable PipelineRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    boolean isNew = !seen.isEmpty() && (last == null || !last.occasion().equals(seen));
    return isNew ? Optional.of(begun(pipeline, seen, now, now)) : Optional.empty();
  }
}
