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
class ReplaceTest {

  private static final String CODES = "ref_curated.code";

  @TempDir Path folder;

  private TestWorkspace codes() {
    return new TestWorkspace(folder)
        .contract(
            "ref",
            "code",
            """
            - {name: code, logicalType: string, primaryKey: true, required: true}
            - {name: title, logicalType: string}
            """,
            """
            layer: curated
            sources: [{name: code_list, files: "codes/{delivery_date}/*.csv", format: csv}]
            load: {mode: replace}
            """);
  }

  @Test
  void the_newest_delivery_is_the_table_and_an_older_one_changes_nothing(SparkSession spark) {
    TestWorkspace workspace = codes();
    workspace.deliver("codes/2026-02-01/a.csv", "code,title", "A,one", "B,two");
    workspace.run();
    workspace.deliver("codes/2026-03-01/a.csv", "code,title", "A,uno");
    workspace.run();
    workspace.deliver("codes/2026-01-01/a.csv", "code,title", "Z,old");

    RunReport late = workspace.run();

    assertThat(TestWorkspace.outcome(late, CODES).counts()).containsEntry("stale", 1L);
    assertThat(workspace.rows(CODES, "code", "title")).containsOnlyKeys(List.of("A", "uno"));
  }

  @Test
  void a_newest_delivery_without_rows_is_held_and_the_table_keeps_its_rows(SparkSession spark) {
    TestWorkspace workspace = codes();
    workspace.deliver("codes/2026-02-01/a.csv", "code,title", "A,one");
    workspace.run();
    workspace.deliver("codes/2026-03-01/a.csv", "code,title");

    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, CODES).status())
        .as(report.tables().toString())
        .isEqualTo(Status.HELD);
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(workspace.rows(CODES, "code")).containsOnlyKeys(List.of("A"));
  }

  @Test
  void a_key_that_repeats_in_a_delivery_holds_it(SparkSession spark) {
    TestWorkspace workspace = codes();
    workspace.deliver("codes/2026-02-01/a.csv", "code,title", "A,one", "A,two");

    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, CODES).note()).isEqualTo("held by primary_key_unique");
    assertThat(TestWorkspace.outcome(report, CODES).broken())
        .containsEntry("primary_key_unique", 1L);
  }
}
