package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** Orders and their lines are committed together: never one without the other. */
@SparkTest
class GroupTest {

  private static final String ORDERS = "shop_curated.order_head";
  private static final String LINES = "shop_curated.order_line";

  @TempDir Path folder;

  @BeforeEach
  void a_session(SparkSession spark) {}

  @Test
  void one_hold_holds_all_and_readers_keep_the_last_good_versions() {
    TestWorkspace workspace = shop("w");
    day(workspace, 1, "1,5", "1,A");
    assertThat(workspace.run().exitCode()).isZero();

    day(workspace, 2, "2,-5", "2,B");
    RunReport report = workspace.run();

    assertThat(report.exitCode()).as(report.tables().toString()).isEqualTo(4);
    assertThat(TestWorkspace.outcome(report, ORDERS).note()).isEqualTo("held by amount_positive");
    assertThat(TestWorkspace.outcome(report, LINES).status()).isEqualTo(Status.HELD);
    assertThat(TestWorkspace.outcome(report, LINES).note()).isEqualTo("held with its group");
    assertThat(TestWorkspace.outcome(report, "shop_published.sold").status())
        .isEqualTo(Status.SKIPPED);
    assertOrders(workspace, 1);
  }

  @Test
  void accepting_one_accepts_all_and_dropping_one_drops_all() {
    TestWorkspace workspace = shop("w");
    day(workspace, 1, "1,-5", "1,A");
    workspace.run();
    try (Engine engine = workspace.engine()) {
      assertThat(engine.held()).hasSize(2);
      List<TableOutcome> outcomes =
          engine.accept(
              workspace.graph(),
              engine.held().get(1).batch().id(),
              "a reviewer",
              "a refund",
              RunListener.SILENT);
      assertThat(outcomes).extracting(TableOutcome::status).containsOnly(Status.COMMITTED);
      assertThat(outcomes).hasSize(2);
    }
    assertOrders(workspace, 1);

    day(workspace, 2, "2,-5", "2,B");
    workspace.run();
    try (Engine engine = workspace.engine()) {
      String batch = engine.held().get(0).batch().id();
      assertThat(engine.drop(batch, "a reviewer", "sent by mistake"))
          .startsWith("Dropped with it: shop_curated.order_");
      assertThat(engine.held()).isEmpty();
    }
    day(workspace, 3, "3,5", "3,C");
    assertThat(workspace.run().exitCode()).isZero();
    assertOrders(workspace, 1, 3);
  }

  @Test
  void killed_at_any_step_both_are_finished_by_the_next_run_or_none_was_begun() {
    TestWorkspace undisturbed = shop("undisturbed");
    day(undisturbed, 1, "1,5", "1,A");
    List<String> steps = new ArrayList<>();
    undisturbed.run(Kills.recording(steps));
    TestWorkspace killed = shop("killed");
    List<Integer> days = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      if (!steps.get(step).startsWith("shop_curated")) {
        continue;
      }
      int day = step + 1;
      days.add(day);
      day(killed, day, day + ",5", day + ",A");
      Kills.at(killed, step);
      RunReport report = killed.run();
      assertThat(report.exitCode()).as("after a kill at %s: %s", steps.get(step), report).isZero();
      assertOrders(killed, days.stream().mapToInt(Integer::intValue).toArray());
    }
    assertThat(days).hasSizeGreaterThan(8);
    assertThat(killed.run().nothingToDo()).isTrue();
  }

  @Test
  void a_passed_group_goes_on_after_a_kill_and_its_readers_wait_for_it() {
    TestWorkspace workspace = shop("w");
    day(workspace, 1, "1,5", "1,A");
    workspace.run();
    day(workspace, 2, "2,5", "2,B");
    Kills.at(workspace, ORDERS + ": recording");
    assertThat(workspace.rows(ORDERS, "order_id")).hasSize(2);
    assertThat(workspace.rows(LINES, "order_id")).hasSize(1);

    RunReport reader = workspace.run(RunListener.SILENT, Optional.empty(), false, "shop/sold");

    assertThat(TestWorkspace.outcome(reader, "shop_published.sold").status())
        .isEqualTo(Status.NOT_READY);
    RunReport next = workspace.run();
    assertThat(next.exitCode()).as(next.tables().toString()).isZero();
    assertOrders(workspace, 1, 2);
    assertThat(workspace.rows("shop_published.sold", "lines"))
        .as(next.tables().toString())
        .isEqualTo(Map.of(List.of(2L), 1L));
  }

  @Test
  void two_runs_at_once_commit_each_order_with_its_lines_once() throws Exception {
    TestWorkspace workspace = shop("w");
    day(workspace, 1, "1,5", "1,A");
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<RunReport> one = pool.submit(() -> workspace.run());
      Future<RunReport> other = pool.submit(() -> workspace.run());
      assertThat(List.of(one.get().exitCode(), other.get().exitCode())).containsOnly(0);
    } finally {
      pool.shutdown();
    }
    assertOrders(workspace, 1);
  }

  @Test
  void a_selected_table_brings_its_group_along() {
    TestWorkspace workspace = shop("w");
    assertThat(
            workspace
                .graph()
                .select(List.of("shop/order_line"), new org.assize.contract.problem.Problems()))
        .extracting(definition -> definition.table().toString())
        .containsExactlyInAnyOrder("shop_raw.heads", "shop_raw.lines", ORDERS, LINES);
  }

  @Test
  void a_group_of_one_and_members_that_need_each_other_are_refused_with_their_places() {
    TestWorkspace workspace = shop("w");
    workspace.contract(
        "shop",
        "sold",
        "- {name: lines, logicalType: integer}",
        "layer: published\nload: {mode: replace}\ngroup: basket");
    assertThatThrownBy(workspace::graph)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("sold.odcs.yaml")
        .hasMessageContaining(
            "shop_published.sold needs shop_curated.order_line, which is in its group.");

    workspace.contract(
        "shop",
        "sold",
        "- {name: lines, logicalType: integer}",
        "layer: published\nload: {mode: replace}\ngroup: baskets");
    assertThatThrownBy(workspace::graph)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("No other table is in the group `baskets`.");
  }

  private TestWorkspace shop(String name) {
    return new TestWorkspace(folder.resolve(name))
        .contract(
            "shop",
            "order_head",
            """
            - {name: order_id, logicalType: integer, required: true}
            - name: amount
              logicalType: integer
              quality:
                - {id: amount_positive, type: custom, engine: assize, implementation: amount > 0, severity: critical}
            """,
            """
            layer: curated
            sources: [{name: heads, files: "heads/{day}.csv", format: csv}]
            load: {mode: append}
            group: basket
            """)
        .contract(
            "shop",
            "order_line",
            """
            - {name: order_id, logicalType: integer, required: true}
            - {name: product, logicalType: string}
            """,
            """
            layer: curated
            sources: [{name: lines, files: "lines/{day}.csv", format: csv}]
            load: {mode: append}
            group: basket
            """)
        .contract(
            "shop",
            "sold",
            "- {name: lines, logicalType: integer}",
            "layer: published\nload: {mode: replace}")
        .sql(
            "shop",
            "sold",
            "SELECT count(*) AS lines FROM shop_curated.order_line JOIN shop_curated.order_head USING (order_id)");
  }

  private static void day(TestWorkspace workspace, int day, String head, String line) {
    workspace.deliver("heads/" + day + ".csv", "order_id,amount", head);
    workspace.deliver("lines/" + day + ".csv", "order_id,product", line);
  }

  private static void assertOrders(TestWorkspace workspace, int... orders) {
    Map<List<Object>, Long> expected = new java.util.HashMap<>();
    for (int order : orders) {
      expected.put(List.of((long) order), 1L);
    }
    assertThat(workspace.rows(ORDERS, "order_id")).isEqualTo(expected);
    assertThat(workspace.rows(LINES, "order_id")).isEqualTo(expected);
  }
}
