package org.assize.local;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Task;

/**
 * Which pipelines should have ended before another begins: those whose tables its own follow. Two
 * that follow each other wait for neither; what one brings too late the other takes up next time.
 */
public final class PipelineOrder {

  private final Map<String, Set<String>> upstream = new HashMap<>();

  /** Takes all pipelines and all tables. */
  public PipelineOrder(List<Pipeline> pipelines, Collection<Definition> definitions) {
    Map<DatasetName, Definition> byName = new HashMap<>();
    definitions.forEach(definition -> byName.put(definition.table(), definition));
    Map<DatasetName, Set<String>> homes = new HashMap<>();
    for (Pipeline pipeline : pipelines) {
      for (DatasetName table : tables(pipeline)) {
        homes.computeIfAbsent(table, key -> new HashSet<>()).add(pipeline.id());
      }
    }
    Map<String, Set<String>> direct = new HashMap<>();
    for (Pipeline pipeline : pipelines) {
      Set<String> before = direct.computeIfAbsent(pipeline.id(), key -> new HashSet<>());
      for (DatasetName table : tables(pipeline)) {
        Definition definition = byName.get(table);
        if (definition != null) {
          definition.follows().forEach(i -> before.addAll(homes.getOrDefault(i, Set.of())));
        }
      }
      before.remove(pipeline.id());
    }
    direct.keySet().forEach(id -> upstream.put(id, reached(id, direct)));
    Map<String, Set<String>> all = new HashMap<>();
    upstream.forEach((id, before) -> all.put(id, Set.copyOf(before)));
    upstream.forEach(
        (id, before) -> before.removeIf(b -> all.getOrDefault(b, Set.of()).contains(id)));
  }

  /** Ids of the pipelines that it waits for while they have something to do. */
  public Set<String> upstream(String pipeline) {
    return upstream.getOrDefault(pipeline, Set.of());
  }

  private static List<DatasetName> tables(Pipeline pipeline) {
    return pipeline.tasks().stream().map(Task::tables).flatMap(List::stream).toList();
  }

  private static Set<String> reached(String from, Map<String, Set<String>> direct) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(direct.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        open.addAll(direct.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }
}
