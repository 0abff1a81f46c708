package org.assize.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.contract.Schedule;
import org.assize.contract.SupportChannel;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.TableOutcome.Status;
import org.assize.core.incident.Incident.Kind;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.assize.core.standing.TableStanding;

/**
 * What was due by a schedule and is not done: a run that never began is late too, whoever should
 * have begun it.
 */
final class Lateness {

  /** Where a contract promises no latency: time to begin, or to deliver. */
  static final Duration USUAL = Duration.ofMinutes(30);

  /** Whose trouble is told by itself. */
  private static final Set<Status> TOLD =
      Set.of(Status.FAILED, Status.HELD, Status.NOT_READY, Status.SKIPPED);

  private final Situation situation;

  Lateness(Situation situation) {
    this.situation = situation;
  }

  /** Pipelines with tables that are late by the schedule. */
  List<Incident> ofPipelines() {
    List<Incident> late = new ArrayList<>();
    for (Pipeline pipeline : situation.pipelines()) {
      if (!situation.paused().contains(pipeline.id())) {
        pipeline.schedule().flatMap(schedule -> late(pipeline, schedule)).ifPresent(late::add);
      }
    }
    return late;
  }

  private Optional<Incident> late(Pipeline pipeline, Schedule schedule) {
    var occurrences = Occurrences.of(schedule);
    List<Definition.Contracted> late = new ArrayList<>();
    Instant oldest = situation.now();
    for (Definition.Contracted table : tables(pipeline)) {
      Instant due = occurrences.last(situation.now().minus(allowed(pipeline, table)));
      TableStanding standing = situation.tables().get(table.table());
      if (isDue(pipeline, schedule, due) && standing != null && !isAnswered(standing, due)) {
        late.add(table);
        Instant missed = standing.goodAt().map(occurrences::next).orElse(due);
        oldest = missed.isBefore(oldest) ? missed : oldest;
      }
    }
    return late.isEmpty()
        ? Optional.empty()
        : Optional.of(late(pipeline, occurrences.around(oldest.minusMillis(1)), late));
  }

  private List<Definition.Contracted> tables(Pipeline pipeline) {
    Set<DatasetName> names = new LinkedHashSet<>();
    pipeline.tasks().stream().map(Task::tables).forEach(names::addAll);
    return situation.definitions().stream()
        .filter(definition -> names.contains(definition.table()))
        .filter(Definition.Contracted.class::isInstance)
        .map(Definition.Contracted.class::cast)
        .toList();
  }

  /** A run under way may take as long as its domain lets it, unless the contract says how long. */
  private Duration allowed(Pipeline pipeline, Definition.Contracted table) {
    boolean isUnderWay = situation.newest(pipeline).filter(Lateness::isUnderWay).isPresent();
    return table
        .contract()
        .service()
        .latency()
        .orElse(isUnderWay ? pipeline.runs().timeout() : USUAL);
  }

  private static boolean isUnderWay(PipelineRun run) {
    return run.state() == State.BEGUN || run.state() == State.AGAIN;
  }

  private boolean isDue(Pipeline pipeline, Schedule schedule, Instant due) {
    boolean hasStarted =
        schedule
            .start()
            .filter(day -> day.atStartOfDay(schedule.timezone()).toInstant().isAfter(due))
            .isEmpty();
    boolean isPassedOver =
        situation.runs().stream()
            .filter(run -> run.pipeline().equals(pipeline.id()))
            .filter(run -> run.due().equals(due))
            .map(PipelineRun::state)
            .anyMatch(state -> state == State.PASSED_OVER);
    return hasStarted && !isPassedOver;
  }

  private static boolean isAnswered(TableStanding standing, Instant due) {
    return standing.goodAt().filter(good -> !good.isBefore(due)).isPresent()
        || standing
            .last()
            .filter(last -> !last.startedAt().isBefore(due))
            .filter(last -> TOLD.contains(last.outcome().status()))
            .isPresent();
  }

  private Incident late(
      Pipeline pipeline, DataInterval interval, List<Definition.Contracted> late) {
    List<DatasetName> names = late.stream().map(Definition::table).toList();
    List<String> selectors = names.stream().map(DatasetName::selector).toList();
    Set<SupportChannel> channels = new LinkedHashSet<>();
    late.forEach(table -> channels.addAll(Terms.of(situation, table).channels()));
    return new Incident(
        "late " + pipeline.id(),
        Kind.LATE,
        pipeline.id(),
        pipeline.domain(),
        interval.end(),
        Optional.of(interval),
        "Due on "
            + Spoken.time(interval.end())
            + " and not done: "
            + Spoken.list(selectors)
            + ". "
            + situation.newest(pipeline).map(Lateness::heard).orElse("No scheduler began it."),
        new Dependants(situation.definitions()).of(names),
        pipeline.owner(),
        "assize run " + String.join(" ", selectors),
        Optional.empty(),
        List.copyOf(channels));
  }

  private static String heard(PipelineRun run) {
    String what =
        switch (run.state()) {
          case WAITING -> "waits to begin";
          case BEGUN -> "began and has not ended";
          case AGAIN -> "failed and is tried again";
          case DONE, HELD, FAILED, PASSED_OVER -> "is over";
        };
    return "The newest run, due on " + Spoken.time(run.due()) + ", " + what + ".";
  }
}
