package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 7: a day costs the same however many days are stored, for a table that only appends. */
@SparkTest
class FlatCostTest {

  private static final int ROWS_A_DAY = 200;

  @TempDir Path folder;

  @Test
  void the_fifth_day_of_an_append_table_reads_as_many_rows_as_the_second(SparkSession spark)
      throws Exception {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "shop",
                "sale",
                "- {name: sale_id, logicalType: integer, required: true}\n"
                    + "- {name: sold_at, logicalType: timestamp, required: true}",
                """
                layer: curated
                sources: [{name: till, files: "till/{delivery_date}.csv", format: csv}]
                load: {mode: append, interval: {column: sold_at, grain: day}}
                """)
            .contract(
                "shop",
                "daily",
                "- {name: day, logicalType: date, primaryKey: true, required: true}\n"
                    + "- {name: sales, logicalType: integer, required: true}",
                "layer: published\n"
                    + "load: {mode: replaceInterval, interval: {column: day, grain: day}}")
            .sql(
                "shop",
                "daily",
                "SELECT CAST(sold_at AS date) AS day, count(*) AS sales\n"
                    + "FROM shop_curated.sale GROUP BY CAST(sold_at AS date)");
    var read = new AtomicLong();
    var counting =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskMetrics() != null && isData(end)) {
              read.addAndGet(end.taskMetrics().inputMetrics().recordsRead());
            }
          }
        };
    spark.sparkContext().addSparkListener(counting);
    List<Long> rowsReadByDay = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      workspace.deliver("till/2026-01-0" + day + ".csv", lines(day));
      read.set(0);
      assertThat(workspace.run().exitCode()).isZero();
      spark.sparkContext().listenerBus().waitUntilEmpty();
      rowsReadByDay.add(read.get());
    }
    spark.sparkContext().removeSparkListener(counting);

    // What grows a little is the log, one action a file; rows of stored days must not come in.
    assertThat(rowsReadByDay.get(4) - rowsReadByDay.get(1))
        .as(rowsReadByDay.toString())
        .isLessThan(ROWS_A_DAY);
  }

  private static boolean isData(SparkListenerTaskEnd end) {
    return end.taskInfo() != null && end.taskInfo().successful();
  }

  private static String[] lines(int day) {
    List<String> lines = new ArrayList<>(List.of("sale_id,sold_at"));
    for (int i = 0; i < ROWS_A_DAY; i++) {
      lines.add(day * 1000 + i + ",2026-01-0" + day + "T10:00:00Z");
    }
    return lines.toArray(new String[0]);
  }
}
