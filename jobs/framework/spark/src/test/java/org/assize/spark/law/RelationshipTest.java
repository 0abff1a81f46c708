package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.problem.PlatformException;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class RelationshipTest {

  private static final String SALES = "shop_curated.sale";

  @TempDir Path folder;
  private TestWorkspace workspace;

  @BeforeEach
  void sales_of_products_that_are_delivered_too(SparkSession spark) {
    workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "product",
                "- {name: code, logicalType: string, primaryKey: true, required: true}",
                """
                layer: curated
                sources: [{name: catalogue, files: "catalogue/{day}.csv", format: csv}]
                load: {mode: merge, latestBy: [_day]}
                """)
            .contract(
                "shop",
                "sale",
                """
                - {name: sale_id, logicalType: integer, required: true}
                - {name: product, logicalType: string, relationships: [{to: shop__product.code}]}
                - {name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}
                """,
                """
                layer: curated
                sources: [{name: till, files: "till/{day}.csv", format: csv}]
                load: {mode: append}
                """);
    workspace.deliver("catalogue/1.csv", "code", "A");
    workspace.deliver("till/1.csv", "sale_id,product,amount", "1,A,1", "2,B,1", "3,,1", "4,C,-1");
  }

  @Test
  void a_row_without_its_parent_waits_and_comes_in_once_when_the_parent_does() {
    RunReport first = workspace.run();

    assertThat(first.exitCode()).as(first.tables().toString()).isZero();
    assertThat(sales()).containsOnlyKeys(List.of(1L), List.of(3L));
    assertThat(workspace.rows("shop_quarantine.sale", "_locator", "status").keySet())
        .extracting(row -> row.get(1))
        .containsExactlyInAnyOrder("waiting", "open");
    assertThat(workspace.run().nothingToDo()).isTrue();

    workspace.deliver("catalogue/2.csv", "code", "B", "C");
    workspace.deliver("till/2.csv", "sale_id,product,amount", "5,B,1");
    TableOutcome second = TestWorkspace.outcome(workspace.run(), SALES);

    assertThat(second.counts()).containsEntry("committed", 1L);
    assertThat(sales())
        .isEqualTo(Map.of(List.of(1L), 1L, List.of(2L), 1L, List.of(3L), 1L, List.of(5L), 1L));
    assertThat(workspace.rows("shop_quarantine.sale", "status"))
        .isEqualTo(Map.of(List.of("released"), 1L, List.of("open"), 1L));
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void late_parents_and_parents_in_time_give_the_same_table() {
    workspace.run();
    workspace.deliver("catalogue/2.csv", "code", "B");
    workspace.run();
    TestWorkspace inTime =
        copyWithout()
            .deliver("catalogue/1.csv", "code", "A")
            .deliver("catalogue/2.csv", "code", "B");
    inTime.run();

    assertThat(workspace.rows(SALES, "sale_id", "product"))
        .isEqualTo(inTime.rows(SALES, "sale_id", "product"));
  }

  @Test
  void a_relationship_to_nowhere_is_found_before_anything_runs() {
    workspace.contract(
        "shop",
        "sale",
        """
        - {name: sale_id, logicalType: integer, relationships: [{to: shop__product.code}]}
        - {name: product, logicalType: string, relationships: [{to: shop__produkt.code}, {to: shop__product.cod}]}
        """,
        """
        layer: curated
        sources: [{name: till, files: "till/{day}.csv", format: csv}]
        load: {mode: append}
        """);

    assertThatThrownBy(() -> workspace.run())
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("SCHEMA_MISMATCH: `sale_id` is bigint, its parent string.")
        .hasMessageContaining("UNKNOWN_TABLE: The relationship leads to `shop/produkt`")
        .hasMessageContaining("Did you mean `shop/product`?")
        .hasMessageContaining("UNKNOWN_COLUMN: The relationship leads to `cod`");
  }

  @Test
  void a_key_of_several_columns_is_looked_for_as_a_whole() {
    workspace
        .contract(
            "shop",
            "branch",
            "- {name: town, logicalType: string}\n- {name: number, logicalType: integer}",
            """
            layer: curated
            sources: [{name: branches, files: "branches/{day}.csv", format: csv}]
            load: {mode: append}
            """)
        .contract(
            "shop",
            "sale",
            """
            - {name: sale_id, logicalType: integer, required: true}
            - {name: town, logicalType: string}
            - {name: branch, logicalType: integer}
            relationships:
              - {from: [sale.town, sale.branch], to: [shop__branch.town, shop__branch.number]}
            """,
            """
            layer: curated
            sources: [{name: till, files: "till/{day}.csv", format: csv}]
            load: {mode: append}
            """)
        .deliver("branches/1.csv", "town,number", "York,1", "York,2", "Hull,1", ",7")
        .deliver(
            "till/1.csv", "sale_id,town,branch", "1,York,2", "2,Hull,2", "3,Hull,", "4,York,1");

    RunReport report = workspace.run();

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    assertThat(TestWorkspace.outcome(report, SALES).broken())
        .isEqualTo(Map.of("town_branch_related", 1L));
    assertThat(sales()).isEqualTo(Map.of(List.of(1L), 1L, List.of(3L), 1L, List.of(4L), 1L));
  }

  @Test
  void a_derived_table_with_a_key_that_has_no_parent_is_held_and_follows_its_parents() {
    workspace
        .contract(
            "shop",
            "best",
            "- {name: product, logicalType: string, relationships: [{to: shop__product.code}]}",
            "layer: published\nload: {mode: replace}")
        .sql(
            "shop",
            "best",
            "SELECT product FROM shop_curated.sale WHERE product IS NOT NULL"
                + " UNION ALL SELECT 'Z' WHERE EXISTS (SELECT 1 FROM shop_curated.sale WHERE sale_id = 9)");
    assertThat(workspace.run().exitCode()).isZero();
    assertThat(workspace.rows("shop_published.best", "product"))
        .isEqualTo(Map.of(List.of("A"), 1L));
    assertThat(workspace.query("SELECT * FROM shop_published.best").columns())
        .containsExactly("product");

    workspace.deliver("till/2.csv", "sale_id,product,amount", "9,A,1");
    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, "shop_published.best").note())
        .isEqualTo("held by product_related");
    assertThat(workspace.rows("shop_published.best", "product"))
        .isEqualTo(Map.of(List.of("A"), 1L));
  }

  private TestWorkspace copyWithout() {
    TestWorkspace copy = new TestWorkspace(folder.resolve("in-time"));
    for (String file :
        List.of(
            "schemas/shop/product.odcs.yaml",
            "schemas/shop/sale.odcs.yaml",
            "landing/till/1.csv")) {
      try {
        copy.write(file, java.nio.file.Files.readString(workspace.root().resolve(file)));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return copy;
  }

  private Map<List<Object>, Long> sales() {
    return workspace.rows(SALES, "sale_id");
  }
}
