package org.assize.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.assize.bench.Template;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class PlantedFaultsTest {

  private static final int SOUND = 2_000;
  private static final int EACH = 4;

  @Test
  void every_rule_finds_the_faults_planted_for_it_and_accuses_no_other_row(
      SparkSession spark, @TempDir Path folder) throws Exception {
    Scoreboard scores =
        FaultsBenchmark.measure(new Template(Path.of("faults")), folder, 11, SOUND, EACH);

    assertThat(scores.isPerfect()).as(scores.text()).isTrue();
    assertThat(scores.rules()).hasSize(50);
  }
}
