package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
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
  void runs_killed_one_after_the_other_at_each_step_leave_what_one_run_leaves(SparkSession spark) {
    TestWorkspace undisturbed = Fixes.in(folder.resolve("undisturbed"));
    deliverTwoDays(undisturbed);
    List<String> steps = new ArrayList<>();
    undisturbed.run(Kills.recording(steps));
    assertThat(steps).hasSizeGreaterThan(10);
    TestWorkspace killed = Fixes.in(folder.resolve("killed"));
    deliverTwoDays(killed);

    for (int step = 0; step < steps.size(); step++) {
      Kills.at(killed, step);
    }

    assertThat(killed.run().exitCode()).isZero();
    assertSame(killed, undisturbed);
    assertThat(killed.run().nothingToDo()).isTrue();
  }

  @Test
  void a_merge_killed_between_any_two_steps_is_finished_by_the_next(SparkSession spark) {
    TestWorkspace killed = Fixes.in(folder.resolve("killed"));
    deliverTwoDays(killed);
    killed.run();
    List<String> steps = new ArrayList<>();
    deliverDay(killed, 0);
    killed.run(Kills.recording(steps));
    assertThat(steps).hasSizeGreaterThan(10);

    List<Integer> curated =
        IntStream.range(0, steps.size())
            .filter(step -> steps.get(step).startsWith(Fixes.CURATED))
            .boxed()
            .toList();
    assertThat(curated).hasSizeGreaterThan(5);
    for (int step : curated) {
      deliverDay(killed, step + 1);
      Kills.at(killed, step);
      RunReport report = killed.run();
      assertThat(report.exitCode()).as("after a kill at %s: %s", steps.get(step), report).isZero();
    }

    TestWorkspace undisturbed = Fixes.in(folder.resolve("undisturbed"));
    deliverTwoDays(undisturbed);
    deliverDay(undisturbed, 0);
    curated.forEach(step -> deliverDay(undisturbed, step + 1));
    undisturbed.run();
    assertSame(killed, undisturbed);
  }

  private static void assertSame(TestWorkspace actual, TestWorkspace expected) {
    for (String table : List.of("em_raw.supplier_fix", "em_quarantine.fix")) {
      assertThat(actual.rows(table, "_file_hash", "_locator"))
          .as(table)
          .isEqualTo(expected.rows(table, "_file_hash", "_locator"));
    }
    assertThat(actual.rows(Fixes.CURATED, "fix_id", "fix_at", "uploaded_at"))
        .isEqualTo(expected.rows(Fixes.CURATED, "fix_id", "fix_at", "uploaded_at"));
    assertThat(actual.rows(Fixes.DAILY, "day", "fixes"))
        .isEqualTo(expected.rows(Fixes.DAILY, "day", "fixes"));
  }

  /** A new fix, a newer version of an old one and one to refuse. */
  private static void deliverDay(TestWorkspace workspace, int day) {
    workspace.deliver(
        "fix/2026-04-%02d/a.jsonl".formatted(day + 1),
        Fixes.fix(100 + day, "2026-04-01T10:00:00Z", "2026-04-01T10:06:00Z", 51.5),
        Fixes.fix(
            1,
            "2026-03-01T%02d:00:00Z".formatted(day % 24),
            "2026-04-%02dT00:00:00Z".formatted(day + 1),
            51.5),
        Fixes.fix(200 + day, "2026-04-01T10:00:00Z", "2026-04-01T10:06:00Z", 10.0));
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
}
