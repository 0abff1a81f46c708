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
import org.assize.contract.problem.Problems;

/** Every table of a workspace and what it needs, in an order in which inputs come first. */
public final class TableGraph {

  private final Map<DatasetName, Definition> ordered;

  private TableGraph(Map<DatasetName, Definition> ordered) {
    this.ordered = ordered;
  }

  /**
   * Builds the graph: compiles the rules, reads the queries, resolves every input. Reports unknown
   * tables, missing queries and cycles.
   */
  public static TableGraph of(Workspace workspace, SqlInspector inspector, Problems problems) {
    List<Definition> found = new Definitions(workspace, inspector, problems).all();
    Map<DatasetName, Definition> ordered = DependencyOrder.of(found, problems);
    new Groups(ordered, problems).check();
    return new TableGraph(ordered);
  }

  /** Every table, inputs first. */
  public List<Definition> definitions() {
    return List.copyOf(ordered.values());
  }

  /**
   * The tables that selectors name, and those committed together with them, inputs first; no
   * selector means all of them.
   */
  public List<Definition> select(Collection<String> selectors, Problems problems) {
    if (selectors.isEmpty()) {
      return definitions();
    }
    Set<DatasetName> chosen = new LinkedHashSet<>();
    var selection = new Selection(ordered);
    selectors.forEach(selector -> chosen.addAll(selection.named(selector, problems)));
    for (Definition mate : mates(chosen)) {
      chosen.addAll(selection.named(mate.table().selector(), problems));
    }
    return definitions().stream().filter(table -> chosen.contains(table.table())).toList();
  }

  /** Tables that are committed together with some others. */
  private List<Definition> mates(Set<DatasetName> chosen) {
    Set<String> groups =
        definitions().stream()
            .filter(table -> chosen.contains(table.table()))
            .flatMap(table -> table.group().stream())
            .collect(Collectors.toSet());
    return definitions().stream()
        .filter(table -> table.group().filter(groups::contains).isPresent())
        .filter(table -> !chosen.contains(table.table()))
        .toList();
  }

  /** Tables that a table needs, itself included, inputs first. */
  static Set<DatasetName> upstream(Map<DatasetName, Definition> tables, DatasetName of) {
    Set<DatasetName> all = new LinkedHashSet<>();
    List<DatasetName> open = new ArrayList<>(List.of(of));
    while (!open.isEmpty()) {
      DatasetName next = open.remove(open.size() - 1);
      Definition definition = tables.get(next);
      if (definition != null && all.add(next)) {
        open.addAll(definition.follows());
      }
    }
    return all;
  }

  /** Tables that need a table, itself included. */
  static Set<DatasetName> downstream(Map<DatasetName, Definition> tables, DatasetName of) {
    Set<DatasetName> all = new LinkedHashSet<>(Set.of(of));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Definition definition : tables.values()) {
        if (definition.follows().stream().anyMatch(all::contains) && all.add(definition.table())) {
          grew = true;
        }
      }
    }
    return all;
  }

  static Map<DatasetName, Definition> byName(Collection<Definition> definitions) {
    Map<DatasetName, Definition> byName = new LinkedHashMap<>();
    definitions.forEach(definition -> byName.put(definition.table(), definition));
    return byName;
  }
}
