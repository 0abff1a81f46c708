package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assize.cli.QueryResult.ResultColumn;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Runs a query over the tables of the workspace. */
@Command(
    footer = {
      "",
      "Tables are <domain>_<layer>.<table>; layers are raw, curated, published, quarantine.",
      "At most 1000 rows are shown; long values are cut, except in JSON.",
      "",
      "Examples",
      "  assize query \"SELECT count(*) AS n FROM victims_curated.referral\"",
      "  assize query --json \"SELECT * FROM victims_published.referral_monthly\""
    })
final class QueryCommand implements Callable<Integer> {

  private static final int MOST_ROWS = 1000;
  private static final int WIDEST = 100;
  private static final Pattern READS =
      Pattern.compile(
          "(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/|\\()*(SELECT|WITH|FROM|VALUES|TABLE)\\b.*");

  private final Session session;

  @Parameters(paramLabel = "SQL", description = "A query in Spark SQL, in quotes.")
  private String sql = "";

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!READS.matcher(sql).matches()) {
      throw PlatformException.of(
          ErrorCode.SQL_FORBIDDEN,
          "Only a query can be run here.",
          "Tables are written by runs alone.",
          "Begin with SELECT or WITH.");
    }
    QueryResult result;
    try (OpenEngine engine = session.open(session.workspace())) {
      result = engine.query(sql, MOST_ROWS);
    }
    session.say(text(result));
    session.answer(json(result));
    return ExitCode.OK;
  }

  private List<String> text(QueryResult result) {
    List<Side> sides = result.columns().stream().map(QueryCommand::side).toList();
    var table = new TextTable(sides.toArray(Side[]::new));
    table.row(
        result.columns().stream()
            .map(column -> session.console().outStyle().bold(column.name()))
            .toList());
    result.rows().forEach(row -> table.row(row.stream().map(QueryCommand::cell).toList()));
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
        .put("columns", result.columns().stream().map(QueryCommand::json).toList())
        .put("rows", rows)
        .put("cut", result.cut());
  }

  private static Json json(ResultColumn column) {
    return Json.object().put("name", column.name()).put("type", column.type());
  }
}
