package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.core.deploy.Deployed;
import org.assize.spark.deploy.WarehouseShelf;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 11: the tables of a domain are written by the workspace that owns it, and by no other. */
@SparkTest
class OwnershipTest {

  @TempDir Path folder;

  @Test
  void the_engine_writes_no_table_of_a_domain_that_another_workspace_deployed(SparkSession spark) {
    TestWorkspace workspace = Fixes.in(folder);
    workspace.deliver(
        "fix/2026-03-01/a.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.5));
    WarehouseShelf.of(workspace.loaded().warehouse())
        .record(new Deployed("em", "police", "b", "bob", Instant.EPOCH));

    RunReport refused = workspace.run();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(TestWorkspace.outcome(refused, "em_raw.supplier_fix").problems())
        .singleElement()
        .asString()
        .startsWith("schemas/em: WORKSPACE_INVALID: The domain `em` of this warehouse belongs to");
    assertThat(folder.resolve("warehouse/raw")).doesNotExist();

    workspace.write("assize.yaml", "id: police\nwarehouse: warehouse\nlanding: landing\n");

    assertThat(workspace.run().exitCode()).as("the owner").isZero();
  }
}
