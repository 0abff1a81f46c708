package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.problem.PlatformException;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class HoldTest {

  @TempDir Path folder;
  private TestWorkspace workspace;

  @BeforeEach
  void a_table_that_is_held_by_one_critical_rule(SparkSession spark) {
    workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "sale",
                """
                - {name: sale_id, logicalType: integer, primaryKey: true, required: true}
                - name: amount
                  logicalType: integer
                  quality:
                    - {id: amount_positive, type: custom, engine: assize, implementation: amount > 0, severity: critical}
                """,
                """
                layer: curated
                sources: [{name: till, files: "till/{delivery_date}.csv", format: csv}]
                load: {mode: append}
                """)
            .contract(
                "shop",
                "total",
                "- {name: amount, logicalType: integer}",
                "layer: published\nload: {mode: replace}")
            .sql("shop", "total", "SELECT sum(amount) AS amount FROM shop_curated.sale");
    workspace.deliver("till/2026-01-01.csv", "sale_id,amount", "1,10", "2,20");
    workspace.run();
  }

  @Test
  void a_held_batch_is_invisible_and_stops_what_depends_on_it() {
    workspace.deliver("till/2026-01-02.csv", "sale_id,amount", "3,-5");

    RunReport report = workspace.run();

    assertThat(report.exitCode()).as(report.tables().toString()).isEqualTo(4);
    assertThat(TestWorkspace.outcome(report, "shop_curated.sale").status()).isEqualTo(Status.HELD);
    assertThat(TestWorkspace.outcome(report, "shop_curated.sale").note())
        .isEqualTo("held by amount_positive");
    assertThat(TestWorkspace.outcome(report, "shop_published.total").note())
        .isEqualTo("shop_curated.sale is held");
    assertThat(workspace.rows("shop_curated.sale", "sale_id"))
        .containsOnlyKeys(List.of(1L), List.of(2L));
    assertThat(workspace.run().exitCode()).as("still held").isEqualTo(4);
  }

  @Test
  void an_accepted_batch_is_committed_and_its_readers_follow() {
    workspace.deliver("till/2026-01-02.csv", "sale_id,amount", "3,-5");
    workspace.run();

    try (Engine engine = workspace.engine()) {
      String batch = engine.held().get(0).batch().id();
      List<TableOutcome> outcomes =
          engine.accept(
              workspace.graph(),
              batch.substring(0, 8),
              "a reviewer",
              "a refund",
              RunListener.SILENT);
      assertThat(outcomes).extracting(TableOutcome::status).containsExactly(Status.COMMITTED);
    }

    assertThat(workspace.run().exitCode()).isZero();
    assertThat(workspace.rows("shop_published.total", "amount"))
        .isEqualTo(Map.of(List.of(25L), 1L));
  }

  @Test
  void a_dropped_batch_never_comes_back_and_its_inputs_count_as_consumed() {
    workspace.deliver("till/2026-01-02.csv", "sale_id,amount", "3,-5");
    workspace.run();

    try (Engine engine = workspace.engine()) {
      String batch = engine.held().get(0).batch().id();
      assertThat(engine.drop(batch, "a reviewer", "sent by mistake"))
          .isEqualTo("Its inputs count as consumed: they enter the table only by --restate.");
      assertThatThrownBy(() -> engine.drop(batch, "a reviewer", "again"))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("is not held");
    }

    assertThat(workspace.run().exitCode()).isZero();
    assertThat(workspace.rows("shop_curated.sale", "sale_id"))
        .containsOnlyKeys(List.of(1L), List.of(2L));
  }

  @Test
  void an_append_goes_on_past_a_hold() {
    workspace.deliver("till/2026-01-02.csv", "sale_id,amount", "3,-5");
    workspace.run();
    workspace.deliver("till/2026-01-03.csv", "sale_id,amount", "4,40");

    workspace.run();

    assertThat(workspace.rows("shop_curated.sale", "sale_id"))
        .containsOnlyKeys(List.of(1L), List.of(2L), List.of(4L));
  }

  @Test
  void a_delivery_with_a_header_and_no_rows_empties_nothing() {
    workspace.deliver("till/2026-01-02.csv", "sale_id,amount");

    RunReport report = workspace.run();

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    assertThat(workspace.rows("shop_curated.sale", "sale_id")).hasSize(2);
  }
}
