package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.Heartbeat.Beat;
import org.assize.local.LocalRunner;
import org.assize.local.TimedRunner;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes too long is given up, and nothing of it is seen; a scheduler shows that it lives. */
@SparkTest
class TimeoutTest {

  @TempDir private Path folder;

  @Test
  void a_table_that_takes_too_long_is_given_up_and_done_by_the_next_run() {
    TestWorkspace workspace = tables(many());

    workspace.run(RunListener.SILENT, Optional.empty(), false, "em/fix");
    Instant begun = Instant.now();
    RunReport report = timed(workspace, Duration.ofSeconds(8));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(100));
    assertThat(report.exitCode()).as(report.tables().toString()).isEqualTo(3);
    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RUN_TIMED_OUT));
    RunReport again = timed(tables(""), Duration.ofMinutes(5));
    assertThat(again.exitCode()).as(again.tables().toString()).isZero();
    assertThat(workspace.rows(Fixes.DAILY, "day", "fixes")).hasSize(1);
  }

  @Test
  void a_beat_is_seen_by_another_process_and_gone_after_the_end() {
    try (Engine one = Fixes.in(folder.resolve("beat")).engine();
        Engine two = Fixes.in(folder.resolve("beat")).engine()) {
      Heartbeat heartbeat = one.heartbeat();
      assertThat(heartbeat.last()).isEmpty();
      Beat beat = Beat.of("me", Instant.parse("2026-11-23T09:00:00Z"));
      heartbeat.beat(beat);
      heartbeat.beat(beat.at(Instant.parse("2026-11-23T09:00:05Z")));

      assertThat(two.heartbeat().last()).contains(beat.at(Instant.parse("2026-11-23T09:00:05Z")));
      two.heartbeat().stop();
      assertThat(heartbeat.last()).isEmpty();
    }
  }

  private TestWorkspace tables(String join) {
    TestWorkspace workspace = Fixes.in(folder);
    workspace.deliver(
        "fix/2026-03-01/1.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.5));
    return workspace.sql(
        "em",
        "fix_daily",
        "SELECT CAST(fix_at AS date) AS day, count(DISTINCT fix_id) AS fixes\n"
            + "FROM em_curated.fix "
            + join
            + "\nGROUP BY CAST(fix_at AS date)\n");
  }

  /** More rows than any machine counts in a minute. */
  private static String many() {
    String digits = "(SELECT explode(sequence(1, 10000)) AS n)";
    return "CROSS JOIN " + digits + " a CROSS JOIN " + digits + " b CROSS JOIN " + digits + " c";
  }

  private static RunReport timed(TestWorkspace test, Duration timeout) {
    Workspace workspace = test.loaded();
    List<TableTask> tasks =
        test.graph().definitions().stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    try (Engine engine = test.engine()) {
      return new LocalRunner(Clock.systemUTC())
          .run(
              engine.runId(),
              new Plan(workspace, tasks),
              new TimedRunner(engine, engine::cancel, timeout),
              RunListener.SILENT);
    }
  }
}
