package org.assize.local;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.contract.DatasetName;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan in this process, wave by wave: each wave is every table whose inputs are done, so
 * that the engine can record the intents of a wave in one commit.
 */
public final class LocalRunner {

  private static final Set<Status> STOPS =
      Set.of(Status.HELD, Status.FAILED, Status.NOT_READY, Status.SKIPPED);

  private final Clock clock;

  /** A runner that takes the times of its report from a clock. */
  public LocalRunner(Clock clock) {
    this.clock = clock;
  }

  /** Runs every table of a plan, or says why not. Outcomes come in the order of the plan. */
  public RunReport run(String runId, Plan plan, TableRunner runner, RunListener listener) {
    Instant started = clock.instant();
    Map<DatasetName, TableOutcome> outcomes = new LinkedHashMap<>();
    List<TableTask> open = new ArrayList<>(plan.tasks());
    while (!open.isEmpty()) {
      List<TableTask> wave = nextWave(open, outcomes, listener);
      open.removeAll(wave);
      open.removeIf(task -> outcomes.containsKey(task.table()));
      if (!wave.isEmpty()) {
        runner.run(wave, listener).forEach(outcome -> outcomes.put(outcome.table(), outcome));
      }
    }
    List<TableOutcome> inOrder =
        plan.tasks().stream().map(task -> outcomes.get(task.table())).toList();
    return new RunReport(
        runId,
        plan.workspace().environment(),
        started,
        clock.instant(),
        inOrder,
        plan.workspace().bundle());
  }

  private static List<TableTask> nextWave(
      List<TableTask> open, Map<DatasetName, TableOutcome> outcomes, RunListener listener) {
    List<TableTask> wave = new ArrayList<>();
    Set<DatasetName> waiting = open.stream().map(TableTask::table).collect(Collectors.toSet());
    for (List<TableTask> unit : units(open)) {
      Optional<TableOutcome> stop =
          needs(unit).stream().map(outcomes::get).filter(LocalRunner::stops).findFirst();
      if (stop.isPresent()) {
        unit.forEach(task -> skip(task, stop.get(), outcomes, listener));
      } else if (needs(unit).stream()
          .noneMatch(need -> waiting.contains(need) && !outcomes.containsKey(need))) {
        wave.addAll(unit);
      }
    }
    return wave;
  }

  /** Tables of one group run together, any other by itself. */
  private static Collection<List<TableTask>> units(List<TableTask> tasks) {
    Map<String, List<TableTask>> units = new LinkedHashMap<>();
    for (TableTask task : tasks) {
      String unit = task.definition().group().orElseGet(task.table()::toString);
      units.computeIfAbsent(unit, key -> new ArrayList<>()).add(task);
    }
    return units.values();
  }

  private static List<DatasetName> needs(List<TableTask> unit) {
    return unit.stream().flatMap(task -> task.definition().follows().stream()).toList();
  }

  private static void skip(
      TableTask task,
      TableOutcome stop,
      Map<DatasetName, TableOutcome> outcomes,
      RunListener listener) {
    TableOutcome skipped = TableOutcome.of(task.table(), Status.SKIPPED, reason(stop));
    outcomes.put(task.table(), skipped);
    listener.ended(skipped);
  }

  /** A table that failed in part, such as one refused file, still hands on what it committed. */
  private static boolean stops(@Nullable TableOutcome outcome) {
    return outcome != null && STOPS.contains(outcome.status()) && outcome.version().isEmpty();
  }

  private static String reason(TableOutcome stop) {
    return switch (stop.status()) {
      case HELD -> stop.table() + " is held";
      case FAILED -> stop.table() + " failed";
      case NOT_READY -> stop.table() + " is not ready";
      case SKIPPED -> stop.table() + " was not run";
      case COMMITTED, COMMITTED_WITH_WARNINGS, UP_TO_DATE, DONE_ELSEWHERE ->
          throw new IllegalStateException("done tables stop nothing");
    };
  }
}
