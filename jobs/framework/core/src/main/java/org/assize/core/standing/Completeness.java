package org.assize.core.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Task;

/**
 * Through when a table is complete: everything that had come by then, and was due by then by its
 * schedule and by those of all that it reads, is in it or was refused.
 *
 * @param through that time; empty where a run that would say so is missing
 * @param interval the last interval of its schedule that ended well; empty without a schedule
 * @param provisional why figures up to then may still change, a phrase each; none where they are
 *     final as far as anything is known
 */
public record Completeness(
    Optional<Instant> through, Optional<DataInterval> interval, List<String> provisional) {

  public Completeness {
    provisional = List.copyOf(provisional);
  }

  /** Whether nothing is open that would change figures up to then. */
  public boolean isFinal() {
    return through.isPresent() && provisional.isEmpty();
  }

  /**
   * Of each table.
   *
   * @param definitions every table, inputs first
   */
  public static Map<DatasetName, Completeness> of(
      Collection<Definition> definitions,
      List<Pipeline> pipelines,
      Map<DatasetName, TableStanding> standings) {
    Map<DatasetName, Completeness> all = new LinkedHashMap<>();
    for (Definition definition : definitions) {
      TableStanding standing = standings.get(definition.table());
      if (standing != null) {
        all.put(definition.table(), of(definition, pipelines, standing, all));
      }
    }
    return all;
  }

  private static Completeness of(
      Definition definition,
      List<Pipeline> pipelines,
      TableStanding standing,
      Map<DatasetName, Completeness> inputs) {
    Optional<DataInterval> interval =
        standing
            .completeAt()
            .flatMap(
                good ->
                    pipelines.stream()
                        .filter(pipeline -> isOf(pipeline, definition.table()))
                        .flatMap(pipeline -> pipeline.schedule().stream())
                        .map(schedule -> before(Occurrences.of(schedule), good))
                        .max(Comparator.comparing(DataInterval::end)));
    Optional<Instant> through = interval.map(DataInterval::end).or(standing::completeAt);
    List<String> provisional = new ArrayList<>();
    if (!standing.held().isEmpty()) {
      provisional.add("a batch is held");
    }
    if (standing.refused() > 0) {
      provisional.add("refused rows are undecided");
    }
    for (DatasetName input : definition.needs()) {
      Completeness of =
          inputs.getOrDefault(
              input, new Completeness(Optional.empty(), Optional.empty(), List.of()));
      through =
          through.flatMap(own -> of.through().map(other -> other.isBefore(own) ? other : own));
      if (!of.provisional().isEmpty()) {
        provisional.add(input + " is provisional");
      }
    }
    return new Completeness(through, interval, provisional);
  }

  private static DataInterval before(Occurrences occurrences, Instant instant) {
    return occurrences.around(occurrences.last(instant).minusMillis(1));
  }

  private static boolean isOf(Pipeline pipeline, DatasetName table) {
    return pipeline.tasks().stream().map(Task::tables).anyMatch(tables -> tables.contains(table));
  }
}
