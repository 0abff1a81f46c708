package org.assize.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.spark.purity.ForbiddenFunctions;
import org.assize.spark.purity.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenInQueriesTest {

  private static final CatalystInspector INSPECTOR = new CatalystInspector();
  private static final Map<String, String> ARGUMENTS =
      Map.ofEntries(
          Map.entry("shuffle", "(tags)"),
          Map.entry("aes_encrypt", "('a', '0000111122223333')"),
          Map.entry("first", "(amount)"),
          Map.entry("first_value", "(amount)"),
          Map.entry("last", "(amount)"),
          Map.entry("last_value", "(amount)"),
          Map.entry("any_value", "(amount)"),
          Map.entry("nth_value", "(amount, 2) OVER (PARTITION BY status)"),
          Map.entry("collect_list", "(amount)"),
          Map.entry("collect_set", "(amount)"),
          Map.entry("array_agg", "(amount)"),
          Map.entry("mode", "(amount)"),
          Map.entry("percentile_approx", "(amount, 0.5)"),
          Map.entry("approx_percentile", "(amount, 0.5)"),
          Map.entry("histogram_numeric", "(amount, 5)"),
          Map.entry("reflect", "('java.lang.System', 'nanoTime')"),
          Map.entry("java_method", "('java.lang.System', 'nanoTime')"),
          Map.entry("raise_error", "('stop')"),
          Map.entry("assert_true", "(true)"));

  /** What both steps of a check find in a query over the usual inputs. */
  private static List<Problem> forbidden(String sql) {
    var problems = new Problems();
    INSPECTOR.tables(sql, Promises.QUERY, problems);
    INSPECTOR.check(sql, Promises.QUERY, Promises.INPUTS, Promises.contract("x string"), problems);
    return problems.all().stream().filter(p -> p.code() == ErrorCode.SQL_FORBIDDEN).toList();
  }

  private static String select(String expression) {
    return "SELECT\n" + expression + " AS x\nFROM victims_curated.referral";
  }

  static List<String> calls() {
    List<String> builtIn =
        Trees.list(FunctionRegistry.builtin().listFunction()).stream()
            .map(function -> function.funcName())
            .toList();
    return ForbiddenFunctions.names().stream()
        .map(name -> name.replace("()", ""))
        .filter(builtIn::contains)
        .map(name -> name + ARGUMENTS.getOrDefault(name, "()"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void each_listed_function_is_refused_once_at_its_line(String call) {
    List<Problem> found = forbidden(select(call));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).place().line()).isEqualTo(2);
    assertThat(found.get(0).problem())
        .isEqualTo("A query may not use `" + call.substring(0, call.indexOf('(')) + "`.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"current_date", "current_timestamp", "current_user", "user"})
  void functions_that_need_no_brackets_are_refused_without_them(String word) {
    String query = "SELECT " + word + " AS x FROM victims_curated.provider";

    assertThat(forbidden(query))
        .extracting(Problem::toString)
        .hasSize(1)
        .allMatch(text -> text.contains("A query may not use `" + word + "`."));
  }

  @Test
  void the_clock_in_rows_written_out_is_found() {
    assertThat(forbidden("SELECT * FROM VALUES (current_date), (now()) AS v(x)")).hasSize(2);
  }

  @Test
  void a_column_of_such_a_name_is_a_column() {
    assertThat(forbidden(select("user"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST('now' AS timestamp)",
        "date(' Today ')",
        "DATE 'yesterday'",
        "TIMESTAMP 'tomorrow'",
        "TIMESTAMP_NTZ 'now'",
        "referred_on < 'today'",
        "to_timestamp('NOW')"
      })
  void the_words_that_spark_reads_as_the_clock_are_refused(String expression) {
    assertThat(forbidden(select(expression)))
        .extracting(Problem::toString)
        .containsExactly(
            "jobs/victims/referral_monthly.sql:2: SQL_FORBIDDEN: A query may not use `'now'`,"
                + " `'today'`, `'yesterday'` or `'tomorrow'` as a time. It depends on the moment of"
                + " the run. Use a column of the data, or in a query `:interval_start` and `:interval_end`.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort_array(collect_list(amount))",
        "array_sort(collect_set(amount))",
        "size(collect_set(amount))",
        "max_by(status, struct(seen_at, referral_id))",
        "percentile(amount, 0.5)",
        "first(amount) OVER (PARTITION BY status ORDER BY seen_at)",
        "collect_list(amount) OVER (ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)",
        "sum(amount) OVER (PARTITION BY status)",
        "unix_timestamp(seen_at)",
        "CAST('2026-01-01' AS date)",
        "DATE '2026-01-01'",
        "status = 'now'",
        "/*+ COALESCE(1) */ amount"
      })
  void what_gives_the_same_result_every_time_is_allowed(String expression) {
    assertThat(forbidden(select(expression))).isEmpty();
  }

  @Test
  void a_window_by_name_counts_by_its_definition() {
    String query =
        "SELECT first(amount) OVER w AS x FROM victims_curated.referral WINDOW w AS (PARTITION BY"
            + " status %s)";

    assertThat(forbidden(query.formatted("ORDER BY seen_at"))).isEmpty();
    assertThat(forbidden(query.formatted(""))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT status AS x FROM victims_curated.referral LIMIT 3;`LIMIT` without `ORDER BY`",
        "SELECT status AS x FROM victims_curated.referral OFFSET 3;`OFFSET` without `ORDER BY`",
        "SELECT status AS x FROM victims_curated.referral TABLESAMPLE (5 PERCENT);`TABLESAMPLE`",
        "SELECT sum(amount) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS x FROM"
            + " victims_curated.referral;`ROWS` in a window without `ORDER BY`",
        "SELECT * FROM victims_curated.referral VERSION AS OF 3;`VERSION AS OF` or `TIMESTAMP AS"
            + " OF`",
        "SELECT * FROM parquet.`s3://bucket/x`;a path as a table",
        "SELECT * FROM delta.`/warehouse/t`;a path as a table",
        "SELECT * FROM `csv`.x;a path as a table",
        "SELECT * FROM text.`file:///etc/passwd`;a path as a table",
        "SELECT * FROM table_changes('t', 0);the table function `table_changes`",
        "SELECT * FROM read_files('/x');the table function `read_files`",
        "SELECT * FROM IDENTIFIER('a' || '.b');`IDENTIFIER(…)`",
        "SELECT IDENTIFIER('a') FROM victims_curated.referral;`IDENTIFIER(…)`",
        "SELECT TRANSFORM(status) USING 'cat' AS x FROM victims_curated.referral;`TRANSFORM …"
            + " USING`",
        "INSERT INTO victims_curated.referral SELECT * FROM victims_curated.referral;a command",
        "WITH a AS (SELECT 1) INSERT INTO victims_curated.referral SELECT * FROM a;a command",
        "FROM victims_curated.referral INSERT INTO a.b SELECT * INSERT INTO c.d SELECT *;a command",
        "CREATE TABLE a.b AS SELECT 1;a command",
        "DELETE FROM victims_curated.referral;a command",
        "UPDATE victims_curated.referral SET status = 'x';a command",
        "MERGE INTO a.b USING c.d ON true WHEN MATCHED THEN DELETE;a command",
        "DROP TABLE victims_curated.referral;a command",
        "USE victims_curated;a command",
        "SHOW TABLES;a command",
        "CACHE TABLE victims_curated.referral;a command",
      })
  void what_is_no_pure_query_over_tables_is_refused(String queryAndSubject) {
    int cut = queryAndSubject.lastIndexOf(';');

    assertThat(forbidden(queryAndSubject.substring(0, cut)))
        .extracting(Problem::problem)
        .containsOnly("A query may not use " + queryAndSubject.substring(cut + 1) + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SET spark.sql.ansi.enabled=true", "ADD JAR x.jar", "SELECT '${env:HOME}' AS x"})
  void settings_jars_and_the_environment_are_out_of_reach(String statement) {
    var problems = new Problems();
    INSPECTOR.tables(statement, Promises.QUERY, problems);
    INSPECTOR.check(
        statement, Promises.QUERY, Promises.INPUTS, Promises.contract("x string"), problems);

    boolean isPlainText = statement.startsWith("SELECT");
    assertThat(problems.isEmpty()).isEqualTo(isPlainText);
  }

  @Test
  void every_use_is_reported_at_once() {
    assertThat(
            forbidden(
                """
                SELECT uuid() AS x,
                  (SELECT max(now()) FROM victims_curated.provider) AS y
                FROM (SELECT *, rand() AS r FROM victims_curated.referral LIMIT 5)
                WHERE current_date > referred_on
                ORDER BY version()
                """))
        .extracting(problem -> problem.place().line() + problem.problem())
        .containsExactlyInAnyOrder(
            "1A query may not use `uuid`.",
            "2A query may not use `now`.",
            "3A query may not use `rand`.",
            "3A query may not use `LIMIT` without `ORDER BY`.",
            "4A query may not use `current_date`.",
            "5A query may not use `version`.");
  }
}
