package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables made again what they were: nothing is taken again unasked, and nothing is lost. */
@SparkTest
class RollbackTest {

  @TempDir Path folder;
  private TestWorkspace workspace;
  private TestWorkspace full;

  @BeforeEach
  void two_days_in_two_runs(SparkSession spark) {
    workspace = Fixes.in(folder.resolve("w"));
    full = Fixes.in(folder.resolve("full"));
    for (int day = 1; day <= 2; day++) {
      deliver(day, "a", 51.5, 99.0);
      assertThat(workspace.run().exitCode()).isZero();
    }
  }

  @Test
  void its_readers_follow_it_and_what_it_took_out_waits_for_the_release() {
    TableOutcome outcome = rollBack("em/fix", 1);

    assertThat(outcome.version()).hasValue(3L);
    assertThat(rows(workspace)).hasSize(1);
    assertThat(
            DeltaLog.forTable(
                    SparkSession.active(), folder.resolve("w/warehouse/curated/em/fix").toString())
                .update(false, scala.Option.empty(), scala.Option.empty())
                .protocol()
                .minReaderVersion())
        .isEqualTo(1);
    deliver(3, "b", 51.5, 52.5);
    RunReport held = workspace.run();
    assertThat(held.exitCode()).isEqualTo(4);
    assertThat(TestWorkspace.outcome(held, "em_raw.supplier_fix").status())
        .isEqualTo(Status.COMMITTED);
    assertThat(TestWorkspace.outcome(held, Fixes.CURATED).note())
        .startsWith("rolled back to version 1 by tester");
    assertThat(TestWorkspace.outcome(held, Fixes.DAILY).counts()).containsEntry("intervals", 1L);
    assertThat(rows(workspace)).hasSize(1);
    assertThat(daily(workspace)).as("the second day is empty again").hasSize(1);
    assertThat(workspace.run().exitCode()).isEqualTo(4);

    release("em/fix");

    assertThat(workspace.run().exitCode()).isZero();
    assertEqualsFull();
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void a_derived_table_computes_again_what_was_taken_out_and_only_that() {
    rollBack("em/fix_daily", 1);
    assertThat(daily(workspace)).hasSize(1);
    assertThat(workspace.run().exitCode()).isEqualTo(4);

    release("em/fix_daily");

    RunReport report = workspace.run();
    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).counts()).containsEntry("intervals", 1L);
    assertEqualsFull();
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void a_lost_ledger_neither_brings_back_what_was_taken_out_nor_forgets_it() throws IOException {
    rollBack("em/fix", 1);
    delete(folder.resolve("w/warehouse/ops"));
    DeltaLog.clearCache();

    try (Engine engine = workspace.engine()) {
      engine.rebuildLedger(workspace.graph());
      assertThat(engine.rolledBack()).containsOnlyKeys(Fixes.CURATED);
    }
    assertThat(workspace.run().exitCode()).isEqualTo(4);
    assertThat(rows(workspace)).hasSize(1);
    release("em/fix");

    assertThat(workspace.run().exitCode()).isZero();
    assertEqualsFull();
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  @Test
  void a_rollback_killed_before_its_commit_holds_the_table_and_is_carried_out_by_another() {
    RunListener killer = Kills.listener("committing");
    Definition fix = definition("em/fix");
    assertThatThrownBy(
            () -> {
              try (Engine engine = workspace.engine()) {
                engine.rollBack(fix, 1, "tester", "wrong", killer);
              }
            })
        .isInstanceOf(Kills.Killed.class);
    assertThat(workspace.run().exitCode()).isEqualTo(4);
    assertThat(rows(workspace)).hasSize(2);

    rollBack("em/fix", 1);

    assertThat(rows(workspace)).hasSize(1);
    release("em/fix");
    assertThat(workspace.run().exitCode()).isZero();
    assertEqualsFull();
  }

  @Test
  void what_never_was_and_what_was_delivered_cannot_come_back() {
    assertThatThrownBy(() -> rollBack("em/fix", 2))
        .hasMessageContaining("em_curated.fix has no earlier version 2 with rows.")
        .hasMessageContaining("It has versions 1 to 2");
    assertThatThrownBy(() -> rollBack("em/supplier_fix", 1))
        .hasMessageContaining("em_raw.supplier_fix is raw: it holds what was delivered.");
    assertThatThrownBy(() -> release("em/fix")).hasMessageContaining("is not rolled back");
  }

  private void assertEqualsFull() {
    full.run();
    assertThat(rows(workspace)).isEqualTo(rows(full));
    assertThat(daily(workspace)).isEqualTo(daily(full));
    assertThat(workspace.rows("em_quarantine.fix", "_file_hash", "_locator"))
        .isEqualTo(full.rows("em_quarantine.fix", "_file_hash", "_locator"));
  }

  private void deliver(int day, String file, double... latitudes) {
    String[] lines = new String[latitudes.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          Fixes.fix(
              day * 10 + i,
              "2026-03-0" + day + "T10:00:00Z",
              "2026-03-0" + day + "T10:06:00Z",
              latitudes[i]);
    }
    for (TestWorkspace each : List.of(workspace, full)) {
      each.deliver("fix/2026-03-0" + day + "/" + file + ".jsonl", lines);
    }
  }

  private TableOutcome rollBack(String selector, long version) {
    try (Engine engine = workspace.engine()) {
      return engine.rollBack(
          definition(selector), version, "tester", "wrong file", RunListener.SILENT);
    }
  }

  private void release(String selector) {
    try (Engine engine = workspace.engine()) {
      engine.release(definition(selector).table(), "tester", "mended");
    }
  }

  private Definition definition(String selector) {
    return workspace.graph().definitions().stream()
        .filter(each -> each.table().selector().equals(selector))
        .findFirst()
        .orElseThrow();
  }

  private static Map<List<@Nullable Object>, Long> rows(TestWorkspace of) {
    return of.rows(Fixes.CURATED, "fix_id", "fix_at", "latitude");
  }

  private static Map<List<@Nullable Object>, Long> daily(TestWorkspace of) {
    return of.rows(Fixes.DAILY, "day", "fixes");
  }

  private static void delete(Path all) throws IOException {
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
