package org.assize.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assize.contract.DataContract;
import org.assize.contract.Interval;
import org.assize.contract.Load;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Intervals;

/**
 * Cuts the work of computing tables anew into steps. One table comes after the other, so that each
 * finds the whole span of its inputs done, whatever it looks back or ahead; a table cut by time
 * takes several steps, any other one.
 *
 * @param atOnce how many intervals of a table a step computes
 */
public record Backfill(int atOnce) {

  public Backfill {
    if (atOnce < 1) {
      throw new IllegalArgumentException("at least one interval at once, not " + atOnce);
    }
  }

  /**
   * The steps; raw tables are left as they are.
   *
   * @param tables inputs first
   * @param span of a table, in its own time zone
   * @param problems receives what {@link #refuseUnreplayable} says
   */
  public List<Step> steps(
      List<Definition> tables, Function<Definition, DataInterval> span, Problems problems) {
    refuseUnreplayable(tables, problems);
    Map<String, List<Definition.Contracted>> units = new LinkedHashMap<>();
    for (Definition definition : tables) {
      if (definition instanceof Definition.Contracted table) {
        String unit = table.group().orElseGet(table.table()::toString);
        units.computeIfAbsent(unit, key -> new ArrayList<>()).add(table);
      }
    }
    List<Step> steps = new ArrayList<>();
    for (List<Definition.Contracted> unit : units.values()) {
      Optional<Definition.Contracted> cut = unit.stream().filter(Backfill::isCut).findFirst();
      if (cut.isEmpty()) {
        steps.add(step(unit, Optional.empty()));
      } else {
        Interval interval = cut.get().contract().load().interval().orElseThrow();
        batches(interval, span.apply(cut.get()))
            .forEach(batch -> steps.add(step(unit, Optional.of(batch))));
      }
    }
    return steps;
  }

  /** What all steps compute of a table; empty where time does not cut it. */
  public static Optional<DataInterval> span(List<Step> steps, Definition table) {
    List<DataInterval> spans =
        steps.stream()
            .flatMap(step -> step.tables().stream())
            .filter(part -> part.table().equals(table.table().selector()))
            .flatMap(part -> part.span().stream())
            .toList();
    return Intervals.coalesced(spans).stream().findFirst();
  }

  private static Step step(List<Definition.Contracted> unit, Optional<DataInterval> batch) {
    return new Step(
        unit.stream()
            .map(
                table -> new Step.Part(table.table().selector(), batch.filter(any -> isCut(table))))
            .toList(),
        true);
  }

  private static boolean isCut(Definition.Contracted table) {
    return table.contract().load().mode() == Load.Mode.REPLACE_INTERVAL;
  }

  private List<DataInterval> batches(Interval interval, DataInterval span) {
    List<DataInterval> all = new Intervals(interval).covering(span);
    List<DataInterval> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += atOnce) {
      int last = Math.min(from + atOnce, all.size()) - 1;
      batches.add(new DataInterval(all.get(from).start(), all.get(last).end()));
    }
    return batches;
  }

  /** Adds NOT_REPLAYABLE for each source whose records must not be taken once more. */
  public static void refuseUnreplayable(List<Definition> tables, Problems problems) {
    for (Definition definition : tables) {
      if (definition instanceof Definition.SourceFed fed) {
        fed.contract().sources().forEach(use -> refuse(fed.contract(), use, problems));
      }
    }
  }

  private static void refuse(DataContract contract, SourceUse use, Problems problems) {
    if (!use.source().replayable()) {
      problems.add(
          ErrorCode.NOT_REPLAYABLE,
          use.source().place(),
          "The source " + use.source().name() + " of " + contract.name() + " is not replayable.",
          "Its contract says `replayable: false`.",
          "Leave this table out, and those that need it stay as they are.");
    }
  }
}
