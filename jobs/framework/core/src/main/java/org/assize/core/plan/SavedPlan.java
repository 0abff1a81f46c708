package org.assize.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.core.Definition;
import org.assize.core.Foreseen;

/**
 * What somebody wants done, fixed when it was saved: a retry does exactly the same.
 *
 * @param id 12 hexadecimal digits
 * @param environment the one that it was made for; no other carries it out
 * @param tables what was foreseen for each table, inputs first
 * @param steps in the order in which they are carried out
 */
public record SavedPlan(
    String id,
    Kind kind,
    String environment,
    Instant madeAt,
    String madeBy,
    List<PlannedTable> tables,
    List<Step> steps) {

  /** What asked for it. */
  public enum Kind {
    /** Whatever is new or stale, as {@code run} would do it. */
    RUN,
    /** Tables computed anew over a span of time. */
    BACKFILL
  }

  public SavedPlan {
    tables = List.copyOf(tables);
    steps = List.copyOf(steps);
  }

  /**
   * Tables whose contract or query is not what it was when the plan was saved, or that are gone.
   */
  public List<String> changed(List<Definition> now) {
    Map<String, String> fingerprints = new LinkedHashMap<>();
    now.forEach(table -> fingerprints.put(table.table().selector(), PlannedTable.print(table)));
    return tables.stream()
        .filter(table -> !table.definition().equals(fingerprints.get(table.table())))
        .map(PlannedTable::table)
        .toList();
  }

  /** Tables to which a run would now do what the plan does not say; less to do is fine. */
  public List<String> exceeded(List<Foreseen> now) {
    Map<String, PlannedTable> planned = new LinkedHashMap<>();
    tables.forEach(table -> planned.put(table.table(), table));
    List<String> exceeded = new ArrayList<>();
    for (Foreseen one : now) {
      PlannedTable before = planned.get(one.table().selector());
      if (before == null || !before.covers(one)) {
        exceeded.add(one.table().selector());
      }
    }
    return exceeded;
  }
}
