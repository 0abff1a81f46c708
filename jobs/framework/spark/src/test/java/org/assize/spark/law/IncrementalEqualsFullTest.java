package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 6: any order of deliveries, repeats, late files and reruns gives the tables of one run. */
@SparkTest
class IncrementalEqualsFullTest {

  private record Delivery(String path, String[] lines) {}

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void random_sequences_of_deliveries_give_the_tables_of_one_full_run(
      long seed, SparkSession spark) {
    var random = new Random(seed);
    List<Delivery> deliveries = deliveries(random);
    TestWorkspace full = Fixes.in(folder.resolve("full"));
    deliveries.forEach(delivery -> full.deliver(delivery.path(), delivery.lines()));
    full.run();
    TestWorkspace stepwise = Fixes.in(folder.resolve("stepwise"));

    for (Delivery delivery : deliveries) {
      stepwise.deliver(delivery.path(), delivery.lines());
      if (random.nextInt(3) > 0) {
        RunReport report = stepwise.run();
        assertThat(report.exitCode()).as(report.tables().toString()).isZero();
      }
    }
    stepwise.run();

    for (TestWorkspace workspace : List.of(stepwise, restated(stepwise))) {
      assertThat(
              workspace.rows(
                  Fixes.CURATED, "fix_id", "fix_at", "uploaded_at", "latitude", "wearer"))
          .as("seed %s", seed)
          .isEqualTo(
              full.rows(Fixes.CURATED, "fix_id", "fix_at", "uploaded_at", "latitude", "wearer"));
      assertThat(workspace.rows(Fixes.DAILY, "day", "fixes"))
          .isEqualTo(full.rows(Fixes.DAILY, "day", "fixes"));
      assertThat(workspace.rows("em_raw.supplier_fix", "_file_hash", "_locator"))
          .isEqualTo(full.rows("em_raw.supplier_fix", "_file_hash", "_locator"));
      assertThat(workspace.rows("em_quarantine.fix", "_file_hash", "_locator"))
          .isEqualTo(full.rows("em_quarantine.fix", "_file_hash", "_locator"));
    }
  }

  private static TestWorkspace restated(TestWorkspace workspace) {
    RunReport report = workspace.restate();
    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    return workspace;
  }

  /** Few keys and few times, so that versions, ties, moved keys and repeats all happen. */
  private static List<Delivery> deliveries(Random random) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<String> lines = new ArrayList<>();
      for (int row = 0; row < 1 + random.nextInt(6); row++) {
        lines.add(
            Fixes.fix(
                random.nextInt(8),
                "2026-03-0%dT%02d:00:00Z".formatted(1 + random.nextInt(4), random.nextInt(24)),
                "2026-03-1%dT00:00:00Z".formatted(random.nextInt(3)),
                random.nextInt(10) == 0 ? 99.0 : 51.0 + random.nextInt(3)));
      }
      String day = "2026-03-1%d".formatted(random.nextInt(4));
      deliveries.add(new Delivery("fix/" + day + "/" + i + ".jsonl", lines.toArray(new String[0])));
      if (random.nextInt(3) == 0) {
        // The same content once more in the same delivery, under another name.
        deliveries.add(
            new Delivery("fix/" + day + "/" + i + "-again.jsonl", lines.toArray(new String[0])));
      }
    }
    return deliveries;
  }
}
