package org.assize.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.spark.SparkContext$;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCheckTest {

  private static final CatalystInspector INSPECTOR = new CatalystInspector();
  private static final String SQL = "jobs/victims/referral_monthly.sql";

  private static List<String> check(String sql, String promised) {
    var problems = new Problems();
    INSPECTOR.check(sql, Promises.QUERY, Promises.INPUTS, Promises.contract(promised), problems);
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void a_query_that_keeps_its_promise_has_no_problem() {
    assertThat(
            check(
                """
                SELECT count(*) AS referrals,
                       trunc(referred_on, 'MONTH') AS month, coalesce(police_force, '?') AS force,
                       count_if(first_contact_on <= referred_on + INTERVAL 5 DAYS) AS soon
                FROM victims_curated.referral
                WHERE seen_at >= :interval_start AND seen_at < :interval_end
                GROUP BY ALL
                """,
                "month date, force string, referrals bigint, soon bigint"))
        .isEmpty();
  }

  @Test
  void all_unknown_columns_are_reported_with_the_nearest() {
    assertThat(
            check(
                """
                WITH r AS (SELECT refered_on, status FROM victims_curated.referral)
                SELECT p.nmae AS x
                FROM victims_curated.provider p
                JOIN victims_curated.referral q ON q.statsu = p.code
                WHERE EXISTS (SELECT 1 FROM victims_curated.referral WHERE zzzzzzz = p.code)
                """,
                "x string"))
        .containsExactlyInAnyOrder(
            SQL
                + ":1: SQL_INVALID: No column is called `refered_on` here. Did you mean"
                + " `referred_on`?",
            SQL + ":4: SQL_INVALID: No column is called `q.statsu` here. Did you mean `q.status`?",
            SQL
                + ":5: SQL_INVALID: No column is called `zzzzzzz` here. Known: `amount`,"
                + " `first_contact_on`, `police_force`, `referral_id`, `referred_on`, `seen_at`,"
                + " `status`, `tags`, `user`.");
  }

  @Test
  void all_unknown_functions_are_reported_with_the_nearest() {
    assertThat(
            check(
                "SELECT\ncolesce(status, 'a') AS x,\ndate_trunk('DAY', seen_at) AS y\nFROM"
                    + " victims_curated.referral",
                "x string"))
        .containsExactly(
            SQL + ":2: SQL_INVALID: No function is called `colesce`. Did you mean `coalesce`?",
            SQL
                + ":3: SQL_INVALID: No function is called `date_trunk`. Did you mean `date` or `date_trunc`?");
  }

  @Test
  void spark_is_quoted_without_its_codes_plans_and_numbers() {
    assertThat(
            check("SELECT status,\namount + tags AS x\nFROM victims_curated.referral", "x string"))
        .containsExactly(
            SQL
                + ":2: SQL_INVALID: The query cannot be resolved. Cannot resolve \"(amount +"
                + " tags)\" due to data type mismatch: the left and right operands of the binary"
                + " operator have incompatible types (\"INT\" and \"ARRAY<STRING>\").");
    assertThat(check("SELECT status, count(*) AS x FROM victims_curated.referral", "x string"))
        .singleElement()
        .asString()
        .startsWith(SQL + ":1: SQL_INVALID: The query cannot be resolved. ")
        .doesNotContain("#", "SQLSTATE", "pos ", "\n");
    assertThat(
            check(
                "SELECT code FROM victims_curated.provider a, victims_curated.provider b",
                "code string"))
        .containsExactly(
            SQL
                + ":1: SQL_INVALID: The query cannot be resolved. Reference `code` is ambiguous,"
                + " could be: [`a`.`code`, `b`.`code`].");
  }

  @Test
  void a_type_that_differs_is_reported_where_the_column_is_made() {
    assertThat(
            check(
                "SELECT\n  status,\n  amount\n, referred_on AS at\nFROM victims_curated.referral",
                "status string, amount bigint, at timestamp"))
        .containsExactly(
            SQL
                + ":3: SCHEMA_MISMATCH: `amount` is int; the contract promises bigint ("
                + Promises.CONTRACT
                + ":8). Write `CAST(… AS bigint) AS amount`.",
            SQL
                + ":4: SCHEMA_MISMATCH: `at` is date; the contract promises timestamp ("
                + Promises.CONTRACT
                + ":9). Write `CAST(… AS timestamp) AS at`.");
  }

  @Test
  void columns_that_are_missing_too_many_or_twice_are_reported() {
    assertThat(
            check(
                "SELECT status AS Stat,\n  amount,\n amount\nFROM victims_curated.referral",
                "stat string, name string, amount int"))
        .containsExactlyInAnyOrder(
            SQL
                + ":1: SCHEMA_MISMATCH: The query yields `Stat`, which its contract does not"
                + " promise. Did you mean `stat`?",
            SQL + ":3: SCHEMA_MISMATCH: The query yields `amount` twice. Rename one with AS.",
            Promises.CONTRACT
                + ":7: SCHEMA_MISMATCH: "
                + SQL
                + " does not yield the promised column `stat`. Did you mean `Stat`?",
            Promises.CONTRACT
                + ":8: SCHEMA_MISMATCH: "
                + SQL
                + " does not yield the promised column `name`. Known: `Stat`.");
    assertThat(check("SELECT code FROM victims_curated.provider", "code string, x int"))
        .containsExactly(
            Promises.CONTRACT
                + ":8: SCHEMA_MISMATCH: "
                + SQL
                + " does not yield the promised column `x`. Add it to the query, or take it out"
                + " here.");
    assertThat(check("SELECT * FROM victims_curated.provider", "code string"))
        .containsExactly(
            SQL
                + ":1: SCHEMA_MISMATCH: The query yields `name`, which its contract does not"
                + " promise. Take it out, or add it to "
                + Promises.CONTRACT
                + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "array(named_struct('label', 'a', 'value', 1L)) array<struct<label:string,value:bigint>>",
        "CAST(1.5 AS decimal(10,2)) decimal(10,2)",
        "map('a', 1) map<string,int>",
        "status varchar(10)",
        "count(*) bigint",
        "sum(amount) bigint",
        "max_by(status, seen_at) string",
        "seen_at::timestamp timestamp"
      })
  void types_are_compared_whole_and_nullability_is_not(String expressionAndType) {
    int cut = expressionAndType.lastIndexOf(' ');
    String expression = expressionAndType.substring(0, cut);

    assertThat(
            check(
                "SELECT " + expression + " AS x FROM victims_curated.referral",
                "x " + expressionAndType.substring(cut + 1)))
        .isEmpty();
  }

  @Test
  void a_query_that_the_first_step_refused_is_not_reported_again() {
    assertThat(check("SELECT (", "x string")).isEmpty();
    assertThat(check("DROP TABLE a.b", "x string")).isEmpty();
    assertThat(check("SELECT rand() AS x FROM victims_curated.provider", "x double")).isEmpty();
    assertThat(check("SELECT * FROM unknown_curated.table_of_nobody", "x string")).isEmpty();
  }

  @Test
  void two_hundred_queries_are_checked_in_a_moment() {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    var inspector = new CatalystInspector();
    for (int i = 0; i < 200; i++) {
      String query =
          """
          WITH monthly AS (
            SELECT trunc(referred_on, 'MONTH') AS month, police_force, amount, seen_at
            FROM victims_curated.referral WHERE status IN ('open', 'closed'))
          SELECT month, p.name AS provider, count(*) AS n%d, sum(amount) AS amount,
                 row_number() OVER (PARTITION BY month ORDER BY count(*) DESC, p.name) AS place
          FROM monthly LEFT JOIN victims_curated.provider p ON p.code = monthly.police_force
          GROUP BY month, p.name
          HAVING count(*) > %d
          """
              .formatted(i, i);
      var problems = new Problems();
      assertThat(inspector.tables(query, Promises.QUERY, problems)).hasSize(2);
      inspector.check(
          query,
          Promises.QUERY,
          Promises.INPUTS,
          Promises.contract(
              "month date, provider string, n" + i + " bigint, amount bigint, place int"),
          problems);
      assertThat(problems.all()).isEmpty();
    }
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf("200 queries checked in %.1f CPU seconds%n", seconds);

    assertThat(seconds).as("CPU seconds of the thread").isLessThan(8);
  }

  @Test
  void no_context_is_started() {
    boolean wasNone = SparkContext$.MODULE$.getActive().isEmpty();

    check("SELECT code FROM victims_curated.provider", "code string");

    assertThat(SparkContext$.MODULE$.getActive().isEmpty()).isEqualTo(wasNone);
  }
}
