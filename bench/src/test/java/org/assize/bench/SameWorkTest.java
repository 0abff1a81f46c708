package org.assize.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.assize.synthetic.PositionAnswer;
import org.assize.synthetic.Positions;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class SameWorkTest {

  @Test
  void the_hand_written_job_and_duckdb_leave_the_same_values_and_the_counts_that_were_planted(
      SparkSession spark, @TempDir Path folder) throws Exception {
    Path csv = folder.resolve("position.csv");
    PositionAnswer planted;
    try (OutputStream out = Files.newOutputStream(csv)) {
      planted = Positions.writeCsv(out, 7, 1_000);
    }

    NaiveJob.run(spark, csv, folder.resolve("naive"));
    DuckJob.run(csv, folder.resolve("duckdb"));

    Answer naive = Tables.NAIVE.answer(spark, folder.resolve("naive"));
    assertThat(naive).isEqualTo(Tables.DUCKDB.answer(spark, folder.resolve("duckdb")));
    assertThat(naive.raw()).isEqualTo(planted.rows());
    assertThat(naive.rejects()).isEqualTo(planted.bad()).isPositive();
    assertThat(naive.position()).isEqualTo(planted.committed()).isPositive();
    assertThat(planted.outdated()).isPositive();
    assertThat(naive.daily()).isEqualTo(planted.days());
    assertThat(naive.dailyFixes()).isEqualTo(naive.position());
  }
}
