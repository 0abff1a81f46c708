package org.assize.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Sorts tables so that inputs come first, and names every cycle it finds. */
final class DependencyOrder {

  private final Map<DatasetName, Definition> tables;
  private final Problems problems;
  private final Map<DatasetName, Definition> ordered = new LinkedHashMap<>();
  private final Set<DatasetName> path = new LinkedHashSet<>();

  private DependencyOrder(Map<DatasetName, Definition> tables, Problems problems) {
    this.tables = tables;
    this.problems = problems;
  }

  static Map<DatasetName, Definition> of(Collection<Definition> definitions, Problems problems) {
    var order = new DependencyOrder(TableGraph.byName(definitions), problems);
    order.tables.keySet().stream().sorted().forEach(order::visit);
    return order.ordered;
  }

  private void visit(DatasetName table) {
    Definition definition = tables.get(table);
    if (definition == null || ordered.containsKey(table)) {
      return;
    }
    if (!path.add(table)) {
      reportCycle(table);
      return;
    }
    definition.follows().forEach(this::visit);
    path.remove(table);
    ordered.put(table, definition);
  }

  private void reportCycle(DatasetName again) {
    List<DatasetName> steps = new ArrayList<>(path);
    List<DatasetName> cycle = steps.subList(steps.indexOf(again), steps.size());
    Place place =
        tables.get(again) instanceof Definition.Derived derived
            ? derived.contract().place()
            : Place.NOWHERE;
    problems.add(
        ErrorCode.CYCLE,
        place,
        "These tables need each other: "
            + cycle.stream().map(DatasetName::toString).collect(Collectors.joining(" → "))
            + " → "
            + again
            + ".",
        "No order exists in which each finds its inputs ready.",
        "Take one of the inputs out.");
  }
}
