package org.assize.core.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assize.contract.DatasetName;
import org.assize.contract.Domain;
import org.assize.contract.Layer;
import org.assize.contract.Schedule;
import org.assize.core.Definition;
import org.assize.core.Workspace;

/**
 * Cuts the tables of a workspace into pipelines. A table runs by its own schedule or its domain's.
 * One without runs in every pipeline of its domain that runs a table that it follows; if it follows
 * none of its own domain, it runs whenever one of another domain's that it follows is published. A
 * table that follows nothing scheduled is run by hand.
 */
public final class Pipelines {

  private final Workspace workspace;
  private final List<Definition.Contracted> tables;

  private Pipelines(Workspace workspace, List<Definition.Contracted> tables) {
    this.workspace = workspace;
    this.tables = tables;
  }

  /**
   * The pipelines, by id.
   *
   * @param definitions every table, inputs first
   */
  public static List<Pipeline> of(Workspace workspace, List<Definition> definitions) {
    List<Definition.Contracted> tables = new ArrayList<>();
    for (Definition definition : definitions) {
      if (definition instanceof Definition.Contracted table && !table.contract().isRetired()) {
        tables.add(table);
      }
    }
    return new Pipelines(workspace, tables).all();
  }

  private List<Pipeline> all() {
    return workspace.domains().stream().flatMap(domain -> of(domain).stream()).toList();
  }

  private List<Pipeline> of(Domain domain) {
    List<Definition.Contracted> own =
        tables.stream().filter(t -> t.table().domain().equals(domain.name())).toList();
    Map<DatasetName, Set<String>> member = new LinkedHashMap<>();
    Map<String, Schedule> schedules = new TreeMap<>();
    Set<DatasetName> awaited = new TreeSet<>();
    String whenPublished = domain.name() + "__when_published";
    for (Definition.Contracted table : own) {
      Optional<Schedule> schedule = table.contract().schedule();
      schedule.ifPresent(written -> schedules.put(id(domain, written), written));
      Set<String> ids =
          schedule
              .map(written -> Set.of(id(domain, written)))
              .orElseGet(() -> followed(table, member));
      Set<DatasetName> foreign = foreign(table, domain);
      if (ids.isEmpty() && !foreign.isEmpty()) {
        ids = Set.of(whenPublished);
        awaited.addAll(foreign);
      }
      member.put(table.table(), ids);
    }
    Set<String> ids = new TreeSet<>(schedules.keySet());
    member.values().forEach(ids::addAll);
    List<Pipeline> pipelines = new ArrayList<>();
    for (String id : ids) {
      List<Definition.Contracted> members =
          own.stream().filter(t -> member.getOrDefault(t.table(), Set.of()).contains(id)).toList();
      pipelines.add(
          new Pipeline(
              id,
              domain.name(),
              domain.owner(),
              domain.runs(),
              Optional.ofNullable(schedules.get(id)),
              id.equals(whenPublished) ? List.copyOf(awaited) : List.of(),
              new Tasks(members).byId()));
    }
    return pipelines;
  }

  private static Set<String> followed(
      Definition.Contracted table, Map<DatasetName, Set<String>> member) {
    Set<String> ids = new TreeSet<>();
    table.follows().forEach(input -> ids.addAll(member.getOrDefault(input, Set.of())));
    return ids;
  }

  private static Set<DatasetName> foreign(Definition.Contracted table, Domain domain) {
    Set<DatasetName> foreign = new LinkedHashSet<>(table.follows());
    foreign.removeIf(
        input -> input.domain().equals(domain.name()) || input.layer() != Layer.PUBLISHED);
    return foreign;
  }

  /** The schedule in letters that a file, a DAG and a page may be named with. */
  private static String id(Domain domain, Schedule schedule) {
    String cron =
        schedule
            .cron()
            .toString()
            .toLowerCase(Locale.ROOT)
            .replace("*", "x")
            .replace(",", "and")
            .replace("-", "to")
            .replace("/", "by")
            .replace(" ", "_");
    String zone = schedule.timezone().getId().replaceAll("[^A-Za-z0-9]", "_");
    return domain.name() + "__" + cron + "__" + zone;
  }
}
