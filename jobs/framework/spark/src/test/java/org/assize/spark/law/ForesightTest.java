package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assize.core.Foreseen;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableTask;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says what the run after it does, and changes nothing. */
@SparkTest
class ForesightTest {

  @TempDir private Path folder;

  @Test
  void a_plan_foretells_the_run() {
    TestWorkspace workspace = Fixes.in(folder);
    assertThat(told(workspace))
        .containsExactly(
            "supplier_fix WAIT LANDING_MISSING: The landing folder fix of source supplier_fix does"
                + " not exist.",
            "fix WAIT nothing was delivered yet",
            "fix_daily WAIT em_curated.fix has not been built yet");

    deliver(workspace, 1, "2026-03-01");
    assertThat(told(workspace))
        .containsExactly(
            "supplier_fix RUN never run, new files",
            "fix FOLLOW follows em/supplier_fix",
            "fix_daily FOLLOW follows em/fix");
    workspace.run();
    assertThat(told(workspace))
        .containsExactly(
            "supplier_fix NONE no new file",
            "fix NONE no new record",
            "fix_daily NONE no input changed");
  }

  @Test
  void a_plan_names_late_intervals_and_leaves_nothing_behind() {
    TestWorkspace workspace = Fixes.in(folder);
    for (int day = 1; day <= 4; day++) {
      deliver(workspace, day, "2026-03-0" + day);
    }
    workspace.run();
    deliver(workspace, 9, "2026-03-02");
    workspace.run(RunListener.SILENT, Optional.empty(), false, "em/fix");

    Foreseen daily = foreseen(workspace).get(2);
    RunReport report = workspace.run();

    assertThat(daily.why()).isEqualTo("new in em/fix");
    assertThat(daily.intervals()).hasToString("[2026-03-02T00:00:00Z/2026-03-03T00:00:00Z]");
    assertThat(TestWorkspace.outcome(report, "em_published.fix_daily").counts())
        .containsEntry("intervals", 1L);
    assertThat(daily.rows()).as("both files may hold that day").hasValue(5);
    assertThat(daily.bytes().orElseThrow()).isPositive();
  }

  @Test
  void a_plan_reads_no_file_that_holds_none_of_its_days_and_says_what_a_change_means()
      throws IOException {
    TestWorkspace workspace = Fixes.in(folder);
    deliver(workspace, 1, "2026-03-01");
    deliver(workspace, 2, "2026-03-02");
    workspace.run();
    deliver(workspace, 3, "2026-03-07");
    workspace.run(RunListener.SILENT, Optional.empty(), false, "em/fix");
    workspace.sql(
        "em",
        "fix_daily",
        "SELECT CAST(fix_at AS date) AS day, count(*) + 1 AS fixes\n"
            + "FROM em_curated.fix\nGROUP BY CAST(fix_at AS date)\n");
    Path contract = folder.resolve("schemas/em/fix_daily.odcs.yaml");
    String text = Files.readString(contract);
    Files.writeString(contract, text.replace("version: 1.0.0", "version: 2.0.0"));

    Foreseen daily = foreseen(workspace).get(2);

    assertThat(daily.rows()).hasValue(1);
    assertThat(daily.note())
        .hasValue(
            "version 1.0.0 became 2.0.0, breaking; its transform changed, forward-only: what is"
                + " there is computed again by --restate alone");
  }

  private static void deliver(TestWorkspace workspace, int id, String day) {
    workspace.deliver(
        "fix/" + day + "/" + id + ".jsonl",
        Fixes.fix(id, day + "T10:00:00Z", day + "T10:06:00Z", 51.5));
  }

  private static List<String> told(TestWorkspace workspace) {
    return foreseen(workspace).stream()
        .map(one -> one.table().table() + " " + one.work() + " " + one.why())
        .toList();
  }

  private static List<Foreseen> foreseen(TestWorkspace workspace) {
    List<TableTask> tasks =
        workspace.graph().definitions().stream()
            .map(definition -> new TableTask(definition, Optional.empty(), false))
            .toList();
    try (Engine engine = workspace.engine()) {
      return engine.foresee(tasks, RunListener.SILENT);
    }
  }
}
