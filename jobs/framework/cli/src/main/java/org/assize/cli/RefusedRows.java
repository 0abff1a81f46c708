package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;

/** Quarantined rows, asked for by the query that a person would write. */
record RefusedRows(OpenEngine engine, Optional<String> rule, Optional<String> status) {

  private static final String SHOWN =
      "`row`, status, rules, fault, file, locator, first_seen, last_seen";
  private static final String ORDER = " ORDER BY last_seen_at DESC, _file, _locator, _position";

  /** Rows passed over are held in memory; from here on they are numbered instead, by Spark. */
  private static final int DEEP = 10_000;

  private static final Set<String> STATUSES = Set.of("open", "waiting", "released", "discarded");

  RefusedRows {
    status
        .filter(word -> !STATUSES.contains(word))
        .ifPresent(
            word -> {
              throw PlatformException.of(
                  ErrorCode.USAGE,
                  "`" + word + "` is no status.",
                  "",
                  Nearest.hint(word, STATUSES));
            });
  }

  /** The source-fed tables of a workspace. */
  static List<DataContract> tables(CheckedWorkspace checked) {
    return checked.workspace().contracts().stream()
        .filter(contract -> !contract.isDerived())
        .toList();
  }

  /** The source-fed table of a selector; only such have a quarantine. */
  static Definition.SourceFed table(CheckedWorkspace checked, String selector) {
    Set<String> known = new LinkedHashSet<>();
    for (Definition definition : checked.graph().definitions()) {
      if (definition instanceof Definition.SourceFed fed) {
        if (fed.table().selector().equals(selector)) {
          return fed;
        }
        known.add(fed.table().selector());
      }
    }
    throw PlatformException.of(
        ErrorCode.UNKNOWN_TABLE,
        "No table with a quarantine is called `" + selector + "`.",
        "Only tables that sources feed have one.",
        Nearest.hint(selector, known));
  }

  /** Rows by table, rule and status. */
  QueryResult counted(List<DataContract> tables) {
    List<String> parts = new ArrayList<>();
    for (TableState state : engine.states()) {
      for (DataContract contract : tables) {
        boolean isBuilt = state.version().isPresent();
        if (isBuilt && state.table().equals(contract.name().quarantine())) {
          parts.add(
              "SELECT '"
                  + contract.name().selector()
                  + "' AS `table`, rule, status, count(*) AS `rows`, date_trunc('second', min(first_seen_at)) AS first_seen,"
                  + " date_trunc('second', max(last_seen_at)) AS last_seen FROM "
                  + state.table()
                  + " LATERAL VIEW explode(rules) AS rule"
                  + where("rule = ", "")
                  + " GROUP BY rule, status");
        }
      }
    }
    return parts.isEmpty()
        ? new QueryResult(List.of(), List.of(), false)
        : engine.query(String.join(" UNION ALL ", parts) + " ORDER BY 1, 2, 3", 1000);
  }

  /** One page of a table's rows, the last seen first. */
  QueryResult page(DataContract contract, int limit, int offset) {
    boolean isBuilt =
        engine.states().stream()
            .filter(state -> state.table().equals(contract.name().quarantine()))
            .anyMatch(state -> state.version().isPresent());
    if (!isBuilt) {
      return new QueryResult(List.of(), List.of(), false);
    }
    return engine.query(
        offset < DEEP
            ? rows(contract, "") + ORDER + " OFFSET " + offset
            : "SELECT "
                + SHOWN
                + " FROM ("
                + rows(contract, ", row_number() OVER (" + ORDER + ") AS place")
                + ") AS placed WHERE place > "
                + offset
                + " AND place <= "
                + (offset + limit + 1L)
                + " ORDER BY place",
        limit);
  }

  private String rows(DataContract contract, String more) {
    return "SELECT row_id AS `row`, status, array_join(rules, ' ') AS rules, fault, _file AS file,"
        + " _locator AS locator, date_trunc('second', first_seen_at) AS first_seen,"
        + " date_trunc('second', last_seen_at) AS last_seen"
        + more
        + " FROM "
        + contract.name().quarantine()
        + where("array_contains(rules, ", ")");
  }

  private String where(String before, String after) {
    List<String> tests = new ArrayList<>();
    rule.ifPresent(id -> tests.add(before + "'" + id.replaceAll("[\\\\']", "") + "'" + after));
    status.ifPresent(word -> tests.add("status = '" + word + "'"));
    return tests.isEmpty() ? "" : " WHERE " + String.join(" AND ", tests);
  }
}
