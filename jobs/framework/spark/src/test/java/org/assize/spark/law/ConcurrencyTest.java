package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ConcurrencyTest {

  @TempDir Path folder;

  @Test
  void two_runs_at_once_both_end_well_and_nothing_is_doubled(SparkSession spark) throws Exception {
    TestWorkspace workspace = Fixes.in(folder);
    for (int i = 0; i < 20; i++) {
      workspace.deliver(
          "fix/2026-03-%02d/a.jsonl".formatted(i + 1),
          Fixes.fix(i, "2026-03-%02dT10:00:00Z".formatted(i + 1), "2026-03-30T00:00:00Z", 51.5),
          Fixes.fix(100 + i, "2026-03-01T10:00:00Z", "2026-03-30T00:00:00Z", 12.0));
    }
    var bothCommit = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);

    Future<RunReport> one = pool.submit(() -> workspace.run(meetingAtCommit(bothCommit)));
    Future<RunReport> other = pool.submit(() -> workspace.run(meetingAtCommit(bothCommit)));
    List<RunReport> reports = List.of(one.get(), other.get());
    pool.shutdown();

    assertThat(reports)
        .allSatisfy(report -> assertThat(report.exitCode()).as(report.toString()).isZero());
    assertThat(workspace.rows("em_raw.supplier_fix", "_file_hash", "_locator"))
        .hasSize(40)
        .allSatisfy((row, times) -> assertThat(times).isEqualTo(1L));
    assertThat(workspace.rows(Fixes.CURATED, "fix_id")).hasSize(20);
    assertThat(workspace.rows("em_quarantine.fix", "_file_hash", "_locator"))
        .hasSize(20)
        .allSatisfy((row, times) -> assertThat(times).isEqualTo(1L));
    assertThat(workspace.run().nothingToDo()).isTrue();
  }

  /** Makes both runs reach the raw table's commit before either goes on. */
  private static RunListener meetingAtCommit(CyclicBarrier barrier) {
    return new RunListener() {
      private boolean met;

      @Override
      public void step(DatasetName table, String step) {
        if (step.equals("committing") && !met) {
          met = true;
          try {
            barrier.await(60, java.util.concurrent.TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException("the other run never came to its commit", e);
          }
        }
      }
    };
  }
}
