package org.assize.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.TableTask;

/**
 * Tables run together.
 *
 * @param tables inputs first
 * @param restate as of {@link TableTask}
 */
public record Step(List<Part> tables, boolean restate) {

  public Step {
    tables = List.copyOf(tables);
  }

  /**
   * One of the tables.
   *
   * @param table as {@code domain/table}
   * @param span what is computed of it; empty where time does not cut it, or all that is stale
   */
  public record Part(String table, Optional<DataInterval> span) {}

  /** What is computed; empty where time cuts none of the tables. */
  public Optional<DataInterval> span() {
    return tables.stream().flatMap(part -> part.span().stream()).findFirst();
  }

  /** What is run; a table that is gone is left out. */
  public List<TableTask> tasks(List<Definition> definitions) {
    Map<String, Definition> known = new LinkedHashMap<>();
    definitions.forEach(definition -> known.put(definition.table().selector(), definition));
    List<TableTask> tasks = new ArrayList<>();
    for (Part part : tables) {
      Optional.ofNullable(known.get(part.table()))
          .ifPresent(definition -> tasks.add(new TableTask(definition, part.span(), restate)));
    }
    return tasks;
  }
}
