package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breaking change of a published table: both versions are served until the old one retires. */
@SparkTest
class VersionsSideBySideTest {

  @TempDir Path folder;

  @Test
  void both_versions_follow_their_input_and_a_retired_one_keeps_its_last_rows(SparkSession spark)
      throws Exception {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "sale",
                "- {name: sale_id, logicalType: integer, required: true}\n- {name: pence, logicalType: integer}",
                """
                layer: curated
                sources: [{name: till, files: "till/{day}.csv", format: csv}]
                load: {mode: append}
                """)
            .contract(
                "shop",
                "takings",
                "- {name: pounds, logicalType: integer}",
                "layer: published\nload: {mode: replace}")
            .sql("shop", "takings", "SELECT sum(pence) DIV 100 AS pounds FROM shop_curated.sale")
            .contract(
                "shop",
                "takings_v2",
                "- {name: pence, logicalType: integer}",
                "layer: published\nload: {mode: replace}")
            .sql("shop", "takings_v2", "SELECT sum(pence) AS pence FROM shop_curated.sale");
    second(workspace);
    end(workspace, "deprecated");
    workspace.deliver("till/1.csv", "sale_id,pence", "1,250");
    workspace.run();
    workspace.deliver("till/2.csv", "sale_id,pence", "2,150");
    assertThat(workspace.run().exitCode()).isZero();
    assertThat(workspace.rows("shop_published.takings", "pounds"))
        .isEqualTo(Map.of(List.of(4L), 1L));
    assertThat(workspace.rows("shop_published.takings_v2", "pence"))
        .isEqualTo(Map.of(List.of(400L), 1L));

    end(workspace, "retired");
    workspace.deliver("till/3.csv", "sale_id,pence", "3,600");
    RunReport report = workspace.run();

    assertThat(report.tables())
        .extracting(TableOutcome::table)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "shop_raw.till", "shop_curated.sale", "shop_published.takings_v2");
    assertThat(workspace.rows("shop_published.takings", "pounds"))
        .isEqualTo(Map.of(List.of(4L), 1L));
    assertThat(workspace.rows("shop_published.takings_v2", "pence"))
        .isEqualTo(Map.of(List.of(1000L), 1L));
  }

  private static void second(TestWorkspace workspace) throws Exception {
    replace(workspace, "takings_v2", "version: 1.0.0", "version: 2.0.0");
  }

  private static void end(TestWorkspace workspace, String status) throws Exception {
    replace(
        workspace,
        "takings",
        "(?s)status: .*?schema:",
        "status: "
            + status
            + "\nslaProperties: [{property: endOfSupport, value: 2999-12-31}]\nschema:");
  }

  private static void replace(TestWorkspace workspace, String table, String from, String to)
      throws Exception {
    String file = "schemas/shop/" + table + ".odcs.yaml";
    String text = Files.readString(workspace.root().resolve(file));
    workspace.write(file, text.replaceFirst(from, to));
  }
}
