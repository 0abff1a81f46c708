package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.assize.core.RunReport;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 2: the tables' own logs say what is committed. */
@SparkTest
class LedgerRebuildTest {

  @TempDir Path folder;

  @Test
  void a_deleted_ledger_is_rebuilt_and_nothing_is_taken_twice(SparkSession spark)
      throws IOException {
    TestWorkspace workspace = Fixes.in(folder);
    workspace.deliver(
        "fix/2026-03-01/a.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.5));
    workspace.run();
    workspace.deliver(
        "fix/2026-03-02/a.jsonl",
        Fixes.fix(2, "2026-03-02T10:00:00Z", "2026-03-02T10:06:00Z", 51.5));
    workspace.run();
    delete(folder.resolve("warehouse/ops"));
    DeltaLog.clearCache();

    try (Engine engine = workspace.engine()) {
      assertThat(engine.rebuildLedger(workspace.graph())).isEqualTo(5);
      assertThat(engine.rebuildLedger(workspace.graph())).as("again").isZero();
    }

    RunReport report = workspace.run();
    assertThat(report.nothingToDo()).as(report.tables().toString()).isTrue();
    assertThat(workspace.rows("em_raw.supplier_fix", "_file_hash")).hasSize(2);
  }

  @Test
  void a_ledger_is_rebuilt_from_tables_whose_logs_are_past_their_retention(SparkSession spark)
      throws IOException {
    TestWorkspace workspace = Fixes.in(folder);
    for (int day = 1; day <= 2; day++) {
      workspace.deliver(
          "fix/2026-03-0" + day + "/a.jsonl",
          Fixes.fix(day, "2026-03-0" + day + "T10:00:00Z", "2026-03-09T10:06:00Z", 51.5));
      workspace.run();
    }
    checkpointAndForget(spark, folder.resolve("warehouse/curated/em/fix"));
    checkpointAndForget(spark, folder.resolve("warehouse/published/em/fix_daily"));
    delete(folder.resolve("warehouse/ops"));
    DeltaLog.clearCache();

    try (Engine engine = workspace.engine()) {
      engine.rebuildLedger(workspace.graph());
    }

    RunReport report = workspace.run();
    assertThat(report.nothingToDo()).as(report.tables().toString()).isTrue();
  }

  private static void checkpointAndForget(SparkSession spark, Path table) throws IOException {
    DeltaLog log = DeltaLog.forTable(spark, table.toString());
    log.checkpoint(
        log.update(false, scala.Option.empty(), scala.Option.empty()), scala.Option.empty());
    try (Stream<Path> files = Files.list(table.resolve("_delta_log"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        if (!file.getFileName().toString().endsWith("2.json")) {
          Files.delete(file);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
