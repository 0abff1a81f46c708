package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supplier says beside its rows, what an empty delivery means, and terms of promises. */
@SparkTest
class DeliveryPromisesTest {

  private static final String SALES = "shop_curated.sale";

  @TempDir Path folder;

  @BeforeEach
  void a_session(SparkSession spark) {}

  @Test
  void a_delivery_that_lacks_rows_of_its_manifest_is_held_until_the_rest_is_there() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "till_manifest",
                "- {name: day, logicalType: date, primaryKey: true}\n- {name: sales, logicalType: integer}",
                """
                layer: curated
                sources: [{name: manifest, files: "manifest/{delivery}.csv", format: csv}]
                load: {mode: merge, latestBy: [_delivery]}
                """)
            .contract(
                "shop",
                "sale",
                """
                - {name: sale_id, logicalType: integer, required: true}
                - {name: sold_on, logicalType: date}
                quality:
                  - id: as_many_as_announced
                    type: sql
                    query: >-
                      SELECT count(*) FROM shop_curated.till_manifest m
                      JOIN (SELECT sold_on, count(*) AS sales FROM ${table} GROUP BY sold_on) s
                      ON m.day = s.sold_on WHERE m.sales <> s.sales
                    mustBe: 0
                """,
                """
                layer: curated
                sources: [{name: till, files: "till/{day}.csv", format: csv}]
                load: {mode: append}
                """);
    workspace.deliver("manifest/1.csv", "day,sales", "2026-01-01,2", "2026-01-02,2");
    workspace.deliver("till/1.csv", "sale_id,sold_on", "1,2026-01-01", "2,2026-01-01");
    assertThat(workspace.run().exitCode()).as("its manifest is run first").isZero();

    workspace.deliver("till/2.csv", "sale_id,sold_on", "3,2026-01-02");
    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, SALES).note())
        .isEqualTo("held by as_many_as_announced");
    assertThat(workspace.rows(SALES, "sale_id")).hasSize(2);
  }

  @Test
  void an_empty_delivery_does_what_the_contract_says_of_it() {
    for (Map.Entry<String, Status> policy :
        Map.of(
                "hold", Status.HELD,
                "warn", Status.COMMITTED_WITH_WARNINGS,
                "allow", Status.COMMITTED)
            .entrySet()) {
      TestWorkspace workspace =
          sales(policy.getKey(), "load: {mode: append, whenEmpty: " + policy.getKey() + "}");
      workspace.deliver("till/1.csv", "sale_id,amount", "1,1");
      assertThat(workspace.run().exitCode()).isZero();
      workspace.deliver("till/2.csv", "sale_id,amount");

      TableOutcome outcome = TestWorkspace.outcome(workspace.run(), SALES);

      assertThat(outcome.status()).as(policy.getKey()).isEqualTo(policy.getValue());
      assertThat(outcome.broken().keySet())
          .as(policy.getKey())
          .isEqualTo(
              policy.getKey().equals("allow") ? java.util.Set.of() : java.util.Set.of("not_empty"));
      assertThat(workspace.rows(SALES, "sale_id")).hasSize(1);
    }
  }

  @Test
  void a_rule_that_a_column_implies_has_the_terms_that_the_contract_gives_it() {
    TestWorkspace warned =
        sales("warned", "load: {mode: append}\npromises: {amount_range: {action: warn}}");
    TestWorkspace limited =
        sales("limited", "load: {mode: append}\npromises: {amount_range: {failAt: 50%}}");
    TestWorkspace exempt =
        sales(
            "exempt",
            "load: {mode: append}\npromises: {amount_range: {exempt: {until: 2999-01-01, reason: till is mended, approver: Shop}}}");
    for (TestWorkspace workspace : List.of(warned, limited, exempt)) {
      workspace.deliver("till/1.csv", "sale_id,amount", "1,1", "2,-1", "3,1");
      workspace.run();
    }
    limited.deliver("till/2.csv", "sale_id,amount", "4,1", "5,-1");
    RunReport second = limited.run();

    assertThat(warned.rows(SALES, "sale_id")).hasSize(3);
    assertThat(limited.rows(SALES, "sale_id")).hasSize(2);
    assertThat(TestWorkspace.outcome(second, SALES).note()).isEqualTo("held by amount_range");
    assertThat(exempt.rows(SALES, "sale_id")).hasSize(3);
    assertThat(
            exempt
                .query("SELECT value, is_exempt FROM ops.metric WHERE rule = 'amount_range'")
                .collectAsList()
                .toString())
        .isEqualTo("[[1.0,true]]");
  }

  private TestWorkspace sales(String name, String load) {
    return new TestWorkspace(folder.resolve(name))
        .contract(
            "shop",
            "sale",
            """
            - {name: sale_id, logicalType: integer, required: true}
            - {name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}
            """,
            "layer: curated\nsources: [{name: till, files: \"till/{day}.csv\", format: csv}]\n"
                + load);
  }
}
