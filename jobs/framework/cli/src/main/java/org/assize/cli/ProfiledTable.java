package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.cli.profile.ColumnProfile;
import org.assize.cli.profile.Shape;
import org.assize.cli.profile.TableQueries;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;
import org.jspecify.annotations.Nullable;

/** What the columns of a built table hold, by two queries. */
record ProfiledTable(long rows, List<ColumnProfile> columns) {

  private static final int MOST_SHAPES = 10_000;

  static ProfiledTable of(Session session, OpenEngine engine, DataContract contract, int steps) {
    var queries = new TableQueries(contract);
    session.step("counting " + contract.name() + ", 1 of " + steps);
    List<@Nullable Object> figures = engine.query(queries.figures(), 1).rows().get(0);
    session.step("looking at shapes, 2 of " + steps);
    Map<String, List<Shape>> shapes =
        queries.shapes().map(sql -> shapes(engine.query(sql, MOST_SHAPES))).orElse(Map.of());
    long rows = figures.get(0) instanceof Number number ? number.longValue() : 0;
    return new ProfiledTable(rows, queries.profiles(figures, shapes));
  }

  /** The contract of a table by its selector. */
  static DataContract contract(Workspace workspace, String table, String what) {
    Map<String, DataContract> known =
        workspace.contracts().stream().collect(Collectors.toMap(c -> c.name().selector(), c -> c));
    return Optional.ofNullable(known.get(table))
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.UNKNOWN_TABLE,
                    what + " is called `" + table + "`.",
                    "",
                    Nearest.hint(table, known.keySet())));
  }

  private static Map<String, List<Shape>> shapes(QueryResult result) {
    Map<String, List<Shape>> shapes = new LinkedHashMap<>();
    for (List<@Nullable Object> row : result.rows()) {
      long rows = row.get(2) instanceof Number number ? number.longValue() : 0;
      shapes
          .computeIfAbsent(String.valueOf(row.get(0)), name -> new ArrayList<>())
          .add(new Shape(String.valueOf(row.get(1)), rows));
    }
    return shapes;
  }
}
