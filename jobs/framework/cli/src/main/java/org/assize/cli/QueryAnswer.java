package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assize.cli.QueryResult.ResultColumn;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;
import org.jspecify.annotations.Nullable;

/** Shows rows to people and programs. */
final class QueryAnswer {

  private static final int WIDEST = 100;

  private final Session session;

  QueryAnswer(Session session) {
    this.session = session;
  }

  /** Prints a table, or a document of shape {@code assize.query/1}. */
  void tell(QueryResult result) {
    session.say(text(result));
    session.answer(json(result));
  }

  private List<String> text(QueryResult result) {
    List<Side> sides = result.columns().stream().map(QueryAnswer::side).toList();
    var table = new TextTable(sides.toArray(Side[]::new));
    table.row(
        result.columns().stream()
            .map(column -> session.console().outStyle().bold(column.name()))
            .toList());
    result.rows().forEach(row -> table.row(row.stream().map(QueryAnswer::cell).toList()));
    String count = Numbers.count(result.rows().size(), "row");
    String end = result.cut() ? "The first " + count + "; there are more." : count;
    return Stream.concat(table.lines().stream(), Stream.of("(" + end + ")")).toList();
  }

  private static Side side(ResultColumn column) {
    return column.type().matches("(tiny|small|big)?int|float|double|decimal.*")
        ? Side.RIGHT
        : Side.LEFT;
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "NULL" : value.toString().replaceAll("\\R", " ");
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static Json json(QueryResult result) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : result.rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(result.columns().get(i).name(), values.get(i));
      }
      rows.add(row);
    }
    return Json.document("assize.query/1")
        .put("columns", result.columns().stream().map(QueryAnswer::json).toList())
        .put("rows", rows)
        .put("cut", result.cut());
  }

  private static Json json(ResultColumn column) {
    return Json.object().put("name", column.name()).put("type", column.type());
  }
}
