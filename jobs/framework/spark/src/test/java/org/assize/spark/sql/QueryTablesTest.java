package org.assize.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;

class QueryTablesTest {

  private final CatalystInspector inspector = new CatalystInspector();
  private final Problems problems = new Problems();

  private List<String> tables(String sql) {
    return inspector.tables(sql, Promises.QUERY, problems);
  }

  @Test
  void tables_come_in_order_of_appearance_from_everywhere_in_the_query() {
    List<String> tables =
        tables(
            """
            -- a comment
            WITH recent AS (SELECT * FROM a_curated.one WHERE id IN (SELECT id FROM b_curated.two)),
                 again AS (SELECT * FROM recent)
            SELECT *, (SELECT max(x) FROM c_curated.three) AS m
            FROM again JOIN d_curated.four USING (id)
            WHERE EXISTS (SELECT 1 FROM a_curated.one o WHERE o.id = again.id)
            UNION ALL
            SELECT * FROM (VALUES (1, 2)) v, LATERAL (SELECT * FROM e_curated.five), range(3)
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(tables)
        .containsExactly(
            "a_curated.one",
            "b_curated.two",
            "c_curated.three",
            "d_curated.four",
            "e_curated.five");
  }

  @Test
  void a_name_of_with_hides_no_table_outside_its_scope() {
    assertThat(
            tables(
                "SELECT * FROM (WITH one AS (SELECT 1 AS x) SELECT * FROM one) a,"
                    + " one_curated.one"))
        .containsExactly("one_curated.one");
  }

  @Test
  void text_that_is_no_sql_is_reported_with_its_line() {
    assertThat(tables("SELECT a,\n  b\nFORM a_curated.one\nWHERE x = 1")).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "jobs/victims/referral_monthly.sql:3: SQL_INVALID: The query cannot be parsed at"
                + " `a_curated`. Look for a missing comma, bracket or keyword before it.");
  }

  @Test
  void an_empty_file_is_reported() {
    assertThat(tables("  \n")).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "jobs/victims/referral_monthly.sql:1: SQL_INVALID: The query is empty. Write one"
                + " SELECT.");
  }

  @Test
  void a_table_without_its_database_is_reported() {
    assertThat(tables("SELECT *\nFROM referral")).isEmpty();

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "jobs/victims/referral_monthly.sql:2: SQL_INVALID: `referral` is not the full name of"
                + " a table. Write `<domain>_<layer>.<table>`.");
  }

  @Test
  void only_the_two_parameters_of_the_interval_are_known() {
    tables("SELECT :interval_start AS a, :interval_end AS b,\n:interval_stat AS c, ? AS d");

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "jobs/victims/referral_monthly.sql:2: SQL_INVALID: Nobody gives the parameter"
                + " `:interval_stat` a value. Did you mean `interval_start`?",
            "jobs/victims/referral_monthly.sql:2: SQL_INVALID: Nobody gives the parameter `?` a"
                + " value. Use `:interval_start` or `:interval_end`.");
  }

  @Test
  void a_persons_own_query_may_use_the_clock_but_no_path() {
    assertThat(
            inspector.relations(
                "SELECT current_date(), first(x), rand() FROM a_curated.one LIMIT 3"))
        .containsExactly("a_curated.one");

    assertThatThrownBy(() -> inspector.relations("SELECT * FROM\nparquet.`/etc`"))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "query:2: SQL_FORBIDDEN: A query may not use a path as a table. A transform reads only"
                + " the inputs that it is given. Name a table of the workspace.");
    assertThatThrownBy(() -> inspector.relations("DROP TABLE a_curated.one"))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "query:1: SQL_FORBIDDEN: A query may not use a command. A transform yields rows and"
                + " does nothing else. Leave one SELECT.");
    assertThatThrownBy(() -> inspector.relations("SELECT reflect('java.lang.System', 'exit', 0)"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("A query may not use `reflect`.");
  }
}
