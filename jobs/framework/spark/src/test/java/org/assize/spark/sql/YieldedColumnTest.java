package org.assize.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;

class YieldedColumnTest {

  private static final CatalystInspector INSPECTOR = new CatalystInspector();

  @Test
  void columns_come_with_type_and_whether_they_may_be_null() {
    assertThat(
            yields(
                "SELECT status, amount * 2 AS twice, tags, status IS NULL AS unknown"
                    + " FROM victims_curated.referral"))
        .extracting(YieldedColumn::name, YieldedColumn::nullable, YieldedColumn::grouped)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("status", true, false),
            org.assertj.core.groups.Tuple.tuple("twice", true, false),
            org.assertj.core.groups.Tuple.tuple("tags", true, false),
            org.assertj.core.groups.Tuple.tuple("unknown", false, false));
  }

  @Test
  void values_that_a_query_groups_by_are_its_key() {
    assertThat(
            yields(
                """
                SELECT trunc(referred_on, 'MONTH') AS month,
                       coalesce(police_force, 'unknown') AS force, count(*) AS n
                FROM victims_curated.referral
                GROUP BY ALL
                ORDER BY n
                """))
        .containsExactly(
            new YieldedColumn("month", "date", true, true),
            new YieldedColumn("force", "string", false, true),
            new YieldedColumn("n", "bigint", false, false));
  }

  @Test
  void a_group_that_is_not_yielded_whole_is_no_key() {
    assertThat(
            yields(
                "SELECT police_force, count(*) AS n FROM victims_curated.referral"
                    + " GROUP BY police_force, status"))
        .noneMatch(YieldedColumn::grouped);
  }

  @Test
  void a_query_that_cannot_be_resolved_yields_nothing_but_problems() {
    var problems = new Problems();

    List<YieldedColumn> yielded =
        INSPECTOR.yields(
            "SELECT statsu FROM victims_curated.referral",
            Promises.QUERY,
            Promises.INPUTS,
            problems);

    assertThat(yielded).isEmpty();
    assertThat(problems.all())
        .extracting(Problem::problem)
        .containsExactly("No column is called `statsu` here.");
  }

  private static List<YieldedColumn> yields(String sql) {
    var problems = new Problems();
    List<YieldedColumn> yielded = INSPECTOR.yields(sql, Promises.QUERY, Promises.INPUTS, problems);
    assertThat(problems.all()).isEmpty();
    return yielded;
  }
}
