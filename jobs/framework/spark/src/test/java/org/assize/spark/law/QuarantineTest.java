package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class QuarantineTest {

  private static final String SALES = "shop_curated.sale";
  private static final String REFUSED = "shop_quarantine.sale";

  private static final Map<List<Long>, Long> ONCE_EACH =
      Map.of(List.of(1L), 1L, List.of(2L), 1L, List.of(4L), 1L);

  @TempDir Path folder;
  private TestWorkspace workspace;

  @BeforeEach
  void three_rows_of_five_are_refused(SparkSession spark) {
    workspace = new TestWorkspace(folder);
    contract(100);
    workspace.deliver(
        "till/2026-01-01.csv", "sale_id,amount", "1,10", "2,150", "3,300", "4,20", "x,5");
    workspace.run();
    assertThat(statuses()).containsOnly(Map.entry(List.of("open"), 3L));
  }

  @Test
  void rows_that_a_new_contract_admits_come_in_once_however_often_they_are_replayed() {
    contract(200);
    assertThat(workspace.run().nothingToDo()).isTrue();

    TableOutcome tried = replay(true, RunListener.SILENT);
    TableOutcome first = replay(false, RunListener.SILENT);
    TableOutcome second = replay(false, RunListener.SILENT);

    assertThat(tried.counts()).containsEntry("rows", 3L).containsEntry("committed", 1L);
    assertThat(first.status()).isEqualTo(Status.COMMITTED);
    assertThat(first.counts())
        .containsEntry("rows", 3L)
        .containsEntry("committed", 1L)
        .containsEntry("quarantined", 2L);
    assertThat(second.counts()).containsEntry("rows", 2L).containsEntry("committed", 0L);
    assertThat(sales()).isEqualTo(ONCE_EACH);
    assertThat(statuses()).isEqualTo(Map.of(List.of("open"), 2L, List.of("released"), 1L));
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void a_replay_killed_before_a_commit_and_run_again_ends_as_if_undisturbed() {
    contract(200);
    List<String> steps = new ArrayList<>();
    replay(
        false,
        new RunListener() {
          @Override
          public void step(DatasetName table, String step) {
            steps.add(step);
          }
        });
    assertThat(steps).contains("committing", "quarantining");

    for (String killedAt : List.of("committing", "quarantining")) {
      a_workspace_as_before();
      contract(200);
      assertThatThrownBy(() -> replay(false, Kills.listener(killedAt)))
          .isInstanceOf(Kills.Killed.class);

      replay(false, RunListener.SILENT);

      assertThat(sales()).as("killed at %s", killedAt).isEqualTo(ONCE_EACH);
      assertThat(statuses())
          .as("killed at %s", killedAt)
          .isEqualTo(Map.of(List.of("open"), 2L, List.of("released"), 1L));
    }
  }

  @Test
  void a_discarded_row_stays_discarded_even_when_the_table_is_rebuilt() {
    try (Engine engine = workspace.engine()) {
      assertThat(engine.discard(table().contract(), "amount_cap", List.of(), "Duty", "Test rows"))
          .isEqualTo(2);
    }

    assertThat(statuses()).isEqualTo(Map.of(List.of("open"), 1L, List.of("discarded"), 2L));
    contract(200);
    assertThat(replay(false, RunListener.SILENT).counts()).containsEntry("rows", 1L);
    contract(50);
    workspace.restate();
    assertThat(statuses()).isEqualTo(Map.of(List.of("open"), 1L, List.of("discarded"), 2L));
    assertThat(
            workspace
                .query("SELECT detail FROM ops.event WHERE kind = 'DISCARDED'")
                .head()
                .getString(0))
        .contains("\"why\":\"Test rows\"");
  }

  @Test
  void single_rows_of_a_table_that_each_delivery_replaces_are_not_replayed() {
    workspace.write(
        "schemas/shop/sale.odcs.yaml", text(200).replace("mode: append", "mode: replace"));

    assertThatThrownBy(() -> replay(false, RunListener.SILENT))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("shop/sale --restate");
  }

  private void a_workspace_as_before() {
    workspace = new TestWorkspace(folder.resolve("again-" + System.nanoTime()));
    contract(100);
    workspace.deliver(
        "till/2026-01-01.csv", "sale_id,amount", "1,10", "2,150", "3,300", "4,20", "x,5");
    workspace.run();
  }

  private TableOutcome replay(boolean isDry, RunListener listener) {
    try (Engine engine = workspace.engine()) {
      return engine.replay(table(), "", List.of(), isDry, listener);
    }
  }

  private Definition.SourceFed table() {
    return workspace.graph().definitions().stream()
        .filter(Definition.SourceFed.class::isInstance)
        .map(Definition.SourceFed.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Map<List<Object>, Long> sales() {
    return workspace.rows(SALES, "sale_id");
  }

  private Map<List<Object>, Long> statuses() {
    return workspace.rows(REFUSED, "status");
  }

  private void contract(int cap) {
    workspace.write("schemas/shop/sale.odcs.yaml", text(cap));
  }

  private static String text(int cap) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: shop.sale
    version: 1.0.0
    status: active
    schema:
      - name: sale
        properties:
          - {name: sale_id, logicalType: integer, required: true}
          - {name: amount, logicalType: integer}
        quality:
          - {id: amount_cap, type: custom, engine: assize, implementation: amount <= %d}
    customProperties:
      - property: assize
        value:
          layer: curated
          sources: [{name: till, files: "till/{day}.csv", format: csv}]
          load: {mode: append}
    """
        .formatted(cap);
  }
}
