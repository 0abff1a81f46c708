package org.assize.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigins;
import org.junit.jupiter.api.Test;

/** What goes into the columns of queries; each origin is written {@code table.column kind}. */
class ColumnTraceTest {

  private static final CatalystInspector INSPECTOR = new CatalystInspector();

  @Test
  void a_column_comes_from_those_it_is_computed_from_and_a_literal_from_none() {
    assertThat(
            origins(
                """
                SELECT status AS state, amount * 2 + coalesce(length(user), 0) AS n, 'x' AS x
                FROM victims_curated.referral WHERE police_force = 'a' ORDER BY seen_at
                """))
        .containsExactly(
            "state <- referral.status identity",
            "n <- referral.amount transformation, referral.user transformation",
            "x <- ");
  }

  @Test
  void an_aggregate_comes_from_what_it_gathers_and_a_count_of_rows_from_nothing() {
    assertThat(
            origins(
                """
                SELECT police_force, round(sum(amount) FILTER (WHERE status = 'a')) AS total,
                       count(*) AS n
                FROM victims_curated.referral GROUP BY ROLLUP (police_force)
                """))
        .containsExactly(
            "police_force <- referral.police_force identity",
            "total <- referral.amount aggregation",
            "n <- ");
  }

  @Test
  void names_of_with_joins_and_tables_that_are_read_twice_lead_to_their_tables() {
    assertThat(
            origins(
                """
                WITH named AS (
                  SELECT r.referral_id, p.name, r.amount
                  FROM victims_curated.referral r
                  JOIN victims_curated.provider p ON p.code = r.police_force)
                SELECT a.referral_id, b.name, earlier.status, a.amount + b.amount AS both
                FROM named a JOIN named b ON a.referral_id = b.referral_id
                JOIN victims_curated.referral earlier ON earlier.referral_id = a.referral_id
                """))
        .containsExactly(
            "referral_id <- referral.referral_id identity",
            "name <- provider.name identity",
            "status <- referral.status identity",
            "both <- referral.amount transformation");
  }

  @Test
  void a_union_has_the_origins_of_all_its_parts_and_the_stronger_kind_holds() {
    assertThat(
            origins(
                """
                SELECT code AS a FROM victims_curated.provider
                UNION ALL SELECT upper(code) FROM victims_curated.provider
                UNION ALL SELECT status FROM victims_curated.referral
                """))
        .containsExactly("a <- provider.code transformation, referral.status identity");
  }

  @Test
  void windows_generators_and_subqueries_are_followed() {
    assertThat(
            origins(
                """
                SELECT lag(amount) OVER (PARTITION BY user ORDER BY seen_at) AS before,
                       row_number() OVER (ORDER BY seen_at) AS n,
                       tag,
                       (SELECT max(name) FROM victims_curated.provider) AS top
                FROM victims_curated.referral LATERAL VIEW explode(tags) AS tag
                """))
        .containsExactly(
            "before <- referral.amount transformation",
            "n <- ",
            "tag <- referral.tags transformation",
            "top <- provider.name aggregation");
  }

  @Test
  void of_a_query_that_cannot_be_resolved_nothing_is_known() {
    assertThat(
            INSPECTOR
                .origins("SELECT statsu FROM victims_curated.referral", Promises.INPUTS)
                .isUnknown())
        .isTrue();
  }

  private static List<String> origins(String sql) {
    ColumnOrigins origins = INSPECTOR.origins(sql, Promises.INPUTS);
    List<String> lines = new ArrayList<>();
    origins
        .columns()
        .forEach(
            (column, from) ->
                lines.add(
                    column
                        + " <- "
                        + String.join(", ", from.stream().map(ColumnTraceTest::line).toList())));
    return lines;
  }

  private static String line(ColumnOrigin origin) {
    return origin.table().replace("victims_curated.", "")
        + "."
        + origin.column()
        + " "
        + origin.kind().name().toLowerCase(java.util.Locale.ROOT);
  }
}
