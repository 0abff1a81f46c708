package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class FreezeTest {

  @TempDir Path folder;

  @Test
  void a_source_whose_columns_are_frozen_is_held_when_one_comes_or_goes(SparkSession spark) {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "sale",
                "- {name: sale_id, logicalType: integer}\n- {name: amount, logicalType: integer}",
                """
                layer: curated
                sources: [{name: till, files: "till/{delivery_date}.csv", format: csv, drift: freeze}]
                load: {mode: append}
                """);
    workspace.deliver("till/2026-01-01.csv", "sale_id,amount", "1,10");
    assertThat(workspace.run().exitCode()).isZero();

    workspace.deliver("till/2026-01-02.csv", "sale_id,amount,colour", "2,20,red");
    RunReport wider = workspace.run();
    workspace.deliver("till/2026-01-03.csv", "sale_id", "3");
    RunReport narrower = workspace.run();

    assertThat(TestWorkspace.outcome(wider, "shop_curated.sale").status()).isEqualTo(Status.HELD);
    assertThat(TestWorkspace.outcome(wider, "shop_curated.sale").note())
        .isEqualTo("held by columns_frozen");
    assertThat(TestWorkspace.outcome(narrower, "shop_curated.sale").status())
        .isEqualTo(Status.HELD);
    assertThat(workspace.rows("shop_curated.sale", "sale_id")).containsOnlyKeys(List.of(1L));
  }
}
