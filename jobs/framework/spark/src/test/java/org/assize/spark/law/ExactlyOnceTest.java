package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ExactlyOnceTest {

  @TempDir Path folder;

  @Test
  void deliveries_become_curated_and_published_rows_and_a_second_run_does_nothing(
      SparkSession spark) {
    TestWorkspace workspace = Fixes.in(folder);
    deliverTwoDays(workspace);

    RunReport first = workspace.run();
    RunReport second = workspace.run();

    assertThat(first.exitCode()).as(first.tables().toString()).isZero();
    assertThat(workspace.rows(Fixes.DAILY, "fixes"))
        .isEqualTo(Map.of(List.of(2L), 1L, List.of(1L), 1L));
    assertThat(TestWorkspace.outcome(first, Fixes.CURATED).counts())
        .containsEntry("records", 6L)
        .containsEntry("recordsRefused", 1L)
        .containsEntry("repeats", 1L)
        .containsEntry("quarantined", 2L)
        .containsEntry("committed", 3L);
    assertThat(
            workspace
                .query("SELECT array_join(rules, ' ') FROM em_quarantine.fix ORDER BY 1")
                .collectAsList()
                .toString())
        .isEqualTo("[[latitude_range], [parsed]]");
    assertThat(second.nothingToDo()).as(second.tables().toString()).isTrue();
  }

  @Test
  void a_run_killed_between_any_two_steps_is_finished_by_the_next(SparkSession spark) {
    List<String> steps = new ArrayList<>();
    TestWorkspace undisturbed = Fixes.in(folder.resolve("undisturbed"));
    deliverTwoDays(undisturbed);
    undisturbed.run(recording(steps));
    Map<List<@Nullable Object>, Long> expected =
        undisturbed.rows(Fixes.CURATED, "fix_id", "fix_at");
    assertThat(steps).hasSizeGreaterThan(10);

    for (int step = 0; step < steps.size(); step++) {
      TestWorkspace workspace = Fixes.in(folder.resolve("killed-" + step));
      deliverTwoDays(workspace);
      int killAt = step;
      assertThatThrownBy(() -> workspace.run(killing(killAt)))
          .as("killed at step %s", steps.get(step))
          .isInstanceOf(Killed.class);

      RunReport report = workspace.run();

      assertThat(report.exitCode()).as("after a kill at %s: %s", steps.get(step), report).isZero();
      assertThat(workspace.rows(Fixes.CURATED, "fix_id", "fix_at"))
          .as("after a kill at %s", steps.get(step))
          .isEqualTo(expected);
      assertThat(workspace.rows("em_quarantine.fix", "_file_hash", "_locator"))
          .as("quarantine after a kill at %s", steps.get(step))
          .isEqualTo(undisturbed.rows("em_quarantine.fix", "_file_hash", "_locator"));
      assertThat(workspace.rows(Fixes.DAILY, "day", "fixes"))
          .isEqualTo(undisturbed.rows(Fixes.DAILY, "day", "fixes"));
      assertThat(workspace.run().nothingToDo()).isTrue();
    }
  }

  @Test
  void a_later_version_replaces_a_row_and_a_late_row_restates_its_day(SparkSession spark) {
    TestWorkspace workspace = Fixes.in(folder);
    deliverTwoDays(workspace);
    workspace.run();
    workspace.deliver(
        "fix/2026-03-03/a.jsonl",
        Fixes.fix(1, "2026-03-02T10:00:00Z", "2026-03-03T00:00:00Z", 52.5),
        Fixes.fix(9, "2026-03-01T23:59:00Z", "2026-03-03T00:00:00Z", 52.5),
        Fixes.fix(2, "2026-03-01T11:00:00Z", "2026-02-01T00:00:00Z", 53.5));

    RunReport report = workspace.run();

    assertThat(TestWorkspace.outcome(report, Fixes.CURATED).counts())
        .as(report.tables().toString())
        .containsEntry("superseding", 1L)
        .containsEntry("stale", 1L)
        .containsEntry("new", 1L);
    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).status()).isEqualTo(Status.COMMITTED);
    assertThat(
            workspace
                .query("SELECT CAST(day AS string), fixes FROM em_published.fix_daily ORDER BY 1")
                .collectAsList()
                .toString())
        .isEqualTo("[[2026-03-01,2], [2026-03-02,2]]");
  }

  private static void deliverTwoDays(TestWorkspace workspace) {
    workspace.deliver(
        "fix/2026-03-01/a.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.5),
        Fixes.fix(2, "2026-03-01T11:00:00Z", "2026-03-01T11:06:00Z", 51.5),
        Fixes.fix(2, "2026-03-01T11:00:00Z", "2026-03-01T11:06:00Z", 51.5),
        "{\"fix_id\": 3, \"fix_at\": ");
    workspace.deliver(
        "fix/2026-03-02/a.jsonl",
        Fixes.fix(4, "2026-03-02T10:00:00Z", "2026-03-02T10:06:00Z", 51.5),
        Fixes.fix(5, "2026-03-02T11:00:00Z", "2026-03-02T11:06:00Z", 99.0));
  }

  private static RunListener recording(List<String> steps) {
    return new RunListener() {
      @Override
      public synchronized void step(DatasetName table, String step) {
        steps.add(table + ": " + step);
      }
    };
  }

  private static RunListener killing(int at) {
    return new RunListener() {
      private int seen;

      @Override
      public synchronized void step(DatasetName table, String step) {
        if (seen++ == at) {
          throw new Killed();
        }
      }
    };
  }

  /** An Error, since nothing of the engine may answer it: as good as a kill. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
