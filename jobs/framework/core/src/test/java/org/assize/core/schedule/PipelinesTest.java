package org.assize.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.contract.problem.Problems;
import org.assize.core.TableGraph;
import org.assize.core.Words;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinesTest {

  private static final String DAILY = "schedule: {cron: '0 5 * * *', timezone: Europe/London}";
  private static final String WEEKLY = "schedule: {cron: '0 7 * * 1'}";

  @TempDir private Path root;

  @BeforeEach
  void a_workspace() throws IOException {
    write("assize.yaml", "");
  }

  @Test
  void tables_of_one_schedule_of_a_domain_run_together() throws IOException {
    write("schemas/shop/_domain.yaml", "owner: Shop\n" + DAILY + "\nruns: {slots: 5}\n");
    fed("shop", "sale", "till", "");
    fed("shop", "price", "list", WEEKLY);
    derived("shop", "takings", "SELECT n FROM shop_curated.sale JOIN shop_curated.price", "");

    List<Pipeline> pipelines = pipelines();

    assertThat(pipelines)
        .extracting(Pipeline::id)
        .containsExactly("shop__0_5_x_x_x__Europe_London", "shop__0_7_x_x_1__UTC");
    assertThat(pipelines.get(0).owner()).isEqualTo("Shop");
    assertThat(pipelines.get(0).runs().slots()).isEqualTo(5);
    assertThat(pipelines.get(0).runs().retries()).isEqualTo(3);
    assertThat(tasks(pipelines.get(0)))
        .containsExactly("sale: [shop/sale] after []", "takings: [shop/takings] after [sale]");
    assertThat(tasks(pipelines.get(1))).containsExactly("price: [shop/price] after []");
    assertThat(pipelines.get(0).tasks().get(1).published()).hasSize(1);
    assertThat(pipelines.get(0).tasks().get(0).published()).isEmpty();
  }

  @Test
  void a_table_without_a_schedule_follows_what_it_reads() throws IOException {
    fed("shop", "sale", "till", DAILY);
    fed("shop", "price", "list", WEEKLY);
    derived("shop", "takings", "SELECT n FROM shop_curated.sale JOIN shop_curated.price", "");
    derived("shop", "by_hand", "SELECT 1 AS n", "");
    derived("court", "fines", "SELECT n FROM shop_published.takings", "");
    derived("court", "yearly", "SELECT n FROM court_published.fines", "");

    List<Pipeline> pipelines = pipelines();

    assertThat(pipelines)
        .extracting(Pipeline::id)
        .containsExactly(
            "court__when_published", "shop__0_5_x_x_x__Europe_London", "shop__0_7_x_x_1__UTC");
    assertThat(pipelines.get(0).awaited()).hasToString("[shop_published.takings]");
    assertThat(pipelines.get(0).schedule()).isEmpty();
    assertThat(tasks(pipelines.get(0)))
        .containsExactly("fines: [court/fines] after []", "yearly: [court/yearly] after [fines]");
    assertThat(tasks(pipelines.get(1)))
        .containsExactly("sale: [shop/sale] after []", "takings: [shop/takings] after [sale]");
    assertThat(tasks(pipelines.get(2)))
        .containsExactly("price: [shop/price] after []", "takings: [shop/takings] after [price]");
  }

  @Test
  void one_process_runs_what_shares_a_source_a_group_or_waits_in_a_circle() throws IOException {
    write("schemas/shop/_domain.yaml", DAILY + "\nsources:\n  - " + source("till") + "\n");
    table(
        "shop",
        "sale",
        "layer: curated\n      load: {mode: append}\n      sources: [{from: till}]");
    table(
        "shop",
        "refund",
        "layer: curated\n      load: {mode: append}\n      sources: [{from: till}]",
        ", relationships: [{to: shop__reason.n}]");
    fed("shop", "reason", "reasons", "", ", relationships: [{to: shop__sale.n}]");
    fed("shop", "left", "lefts", "group: both");
    fed("shop", "right", "rights", "group: both");

    assertThat(tasks(pipelines().get(0)))
        .containsExactly(
            "left: [shop/left, shop/right] after []",
            "sale: [shop/sale, shop/reason, shop/refund] after []");
  }

  private static List<String> tasks(Pipeline pipeline) {
    return pipeline.tasks().stream()
        .map(
            task ->
                task.id()
                    + ": ["
                    + task.tables().stream()
                        .map(table -> table.selector())
                        .collect(Collectors.joining(", "))
                    + "] after "
                    + task.after().stream().sorted().toList())
        .toList();
  }

  private List<Pipeline> pipelines() {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(root, Optional.empty(), problems);
    TableGraph graph = TableGraph.of(workspace, new Words(), problems);
    problems.throwIfAny();
    return Pipelines.of(workspace, graph.definitions());
  }

  private void fed(String domain, String table, String source, String more) throws IOException {
    fed(domain, table, source, more, "");
  }

  private void fed(String domain, String table, String source, String more, String column)
      throws IOException {
    table(
        domain,
        table,
        "layer: curated\n      load: {mode: append}\n      sources: ["
            + source(source)
            + "]\n      "
            + more,
        column);
  }

  private static String source(String name) {
    return "{name: " + name + ", files: '" + name + "/*.csv', format: csv}";
  }

  private void derived(String domain, String table, String sql, String more) throws IOException {
    write("jobs/" + domain + "/" + table + ".sql", sql);
    table(domain, table, "layer: published\n      load: {mode: replace}\n      " + more);
  }

  private void table(String domain, String table, String assize) throws IOException {
    table(domain, table, assize, "");
  }

  private void table(String domain, String table, String assize, String column) throws IOException {
    write(
        "schemas/" + domain + "/" + table + ".odcs.yaml",
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: %s.%s
        version: 1.0.0
        status: active
        schema:
          - name: %s
            properties:
              - {name: n, logicalType: integer, primaryKey: true%s}
        customProperties:
          - property: assize
            value:
              %s
        """
            .formatted(domain, table, table, column, assize));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
