package org.assize.core.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;

/** Joins the tables of a pipeline that one process runs. */
final class Tasks {

  private final List<Definition.Contracted> tables;

  /** The table whose name a table's task has. */
  private final Map<DatasetName, String> taskOf = new LinkedHashMap<>();

  /** Takes tables with inputs first. */
  Tasks(List<Definition.Contracted> tables) {
    this.tables = tables;
    tables.forEach(table -> taskOf.put(table.table(), table.table().table()));
    Map<Object, DatasetName> first = new LinkedHashMap<>();
    for (Definition.Contracted table : tables) {
      for (Object shared : shared(table)) {
        DatasetName other = first.putIfAbsent(shared, table.table());
        if (other != null && !task(other).equals(task(table.table()))) {
          join(task(other), task(table.table()));
        }
      }
    }
    // Tables joined by a source may stand on both sides of a third one.
    for (Optional<String[]> pair = circle(); pair.isPresent(); pair = circle()) {
      join(pair.get()[0], pair.get()[1]);
    }
  }

  List<Task> byId() {
    Map<String, List<Definition.Contracted>> joined = new TreeMap<>();
    for (Definition.Contracted table : tables) {
      joined.computeIfAbsent(task(table.table()), key -> new ArrayList<>()).add(table);
    }
    Map<String, Set<String>> after = after();
    List<Task> tasks = new ArrayList<>();
    joined.forEach(
        (id, members) ->
            tasks.add(
                new Task(
                    id,
                    members.stream().map(Definition.Contracted::table).toList(),
                    after.getOrDefault(id, Set.of()),
                    members.stream().anyMatch(Tasks::isByInterval))));
    return tasks;
  }

  private static boolean isByInterval(Definition.Contracted table) {
    return table instanceof Definition.Derived && table.contract().load().interval().isPresent();
  }

  /** What makes two tables one task: a source that both read, a group. */
  private static List<Object> shared(Definition.Contracted table) {
    List<Object> shared = new ArrayList<>(table.group().stream().toList());
    if (table instanceof Definition.SourceFed fed) {
      shared.addAll(fed.needs());
    }
    return shared;
  }

  private Map<String, Set<String>> after() {
    Map<String, Set<String>> after = new TreeMap<>();
    for (Definition.Contracted table : tables) {
      String own = task(table.table());
      for (DatasetName input : table.follows()) {
        if (taskOf.containsKey(input) && !task(input).equals(own)) {
          after.computeIfAbsent(own, key -> new TreeSet<>()).add(task(input));
        }
      }
    }
    return after;
  }

  /** A task and one that it waits for, which waits for it in turn. */
  private Optional<String[]> circle() {
    Map<String, Set<String>> after = after();
    for (Map.Entry<String, Set<String>> entry : after.entrySet()) {
      for (String before : entry.getValue()) {
        if (waits(before, entry.getKey(), after)) {
          return Optional.of(new String[] {entry.getKey(), before});
        }
      }
    }
    return Optional.empty();
  }

  private static boolean waits(String task, String forTask, Map<String, Set<String>> after) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(task));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(forTask)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(after.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  /** Both get the name of the one whose tables come first. */
  private void join(String one, String other) {
    String first =
        taskOf.values().stream().filter(Set.of(one, other)::contains).findFirst().orElseThrow();
    taskOf.replaceAll((table, task) -> task.equals(one) || task.equals(other) ? first : task);
  }

  private String task(DatasetName table) {
    return taskOf.getOrDefault(table, table.table());
  }
}
