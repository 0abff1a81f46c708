package org.assize.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.storage.DelegatingLogStore;
import org.apache.spark.sql.delta.storage.LogStoreAdaptor;
import org.assize.testkit.Rows;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class DeltaUsesLinkLogStoreTest {

  @Test
  void a_table_on_a_local_disk_commits_through_it(SparkSession spark, @TempDir Path folder) {
    String table = folder.resolve("t").toString();
    for (int commit = 0; commit < 11; commit++) {
      Rows.frame(spark, "id int", Integer.toString(commit))
          .write()
          .format("delta")
          .mode("append")
          .save(table);
    }

    DeltaLog log = DeltaLog.forTable(spark, table);
    var chosen = ((DelegatingLogStore) log.store()).getDelegate(log.logPath());
    assertThat(((LogStoreAdaptor) chosen).logStoreImpl()).isInstanceOf(LinkLogStore.class);
    assertThat(folder.resolve("t/_delta_log/_last_checkpoint")).exists();
    assertThat(folder.resolve("t/_delta_log").toFile().list())
        .noneMatch(name -> name.endsWith(".tmp"));
    assertThat(spark.read().format("delta").load(table).count()).isEqualTo(11);
    assertThat(Files.exists(folder.resolve("t/_delta_log/00000000000000000010.json"))).isTrue();
  }
}
