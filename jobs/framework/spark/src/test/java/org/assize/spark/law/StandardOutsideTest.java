package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.spark.delta.Scala;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** Laws 5 and 12, read from the tables' own logs and folders. */
@SparkTest
class StandardOutsideTest {

  @TempDir Path folder;

  @Test
  void every_table_has_reader_version_one_and_no_file_that_its_log_never_named(SparkSession spark)
      throws IOException {
    TestWorkspace workspace = Fixes.in(folder);
    workspace.deliver(
        "fix/2026-03-01/a.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.5),
        Fixes.fix(2, "2026-03-01T11:00:00Z", "2026-03-01T10:06:00Z", 5.5));
    workspace.run();
    List<Path> tables = tables();
    assertThat(tables).hasSize(6);

    for (Path table : tables) {
      Snapshot snapshot =
          DeltaLog.forTable(spark, table.toString()).update(false, Option.empty(), Option.empty());
      assertThat(snapshot.protocol().minReaderVersion()).as(table.toString()).isEqualTo(1);
      assertThat(
              snapshot
                  .metadata()
                  .configuration()
                  .get("delta.columnMapping.mode")
                  .getOrElse(() -> "none"))
          .isEqualTo("none");
      // Written once: no staging copy, no file besides those committed.
      Set<String> committed = new HashSet<>();
      for (AddFile file : (AddFile[]) snapshot.allFiles().collect()) {
        committed.add(file.path());
      }
      assertThat(dataFiles(table)).as(table.toString()).isEqualTo(committed);
      assertThat(Scala.java(snapshot.setTransactions())).as(table.toString()).isNotNull();
    }
  }

  @Test
  void no_log_keeps_statistics_of_a_classified_column(SparkSession spark) throws IOException {
    TestWorkspace workspace = Fixes.in(folder);
    workspace.deliver(
        "fix/2026-03-01/a.jsonl",
        Fixes.fix(1, "2026-03-01T10:00:00Z", "2026-03-01T10:06:00Z", 51.123456));
    workspace.run();

    for (Path table : tables()) {
      try (Stream<Path> files = Files.list(table.resolve("_delta_log"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContain("51.123456");
        }
      }
    }
  }

  private List<Path> tables() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
      return all.filter(path -> path.getFileName().toString().equals("_delta_log"))
          .map(Path::getParent)
          .toList();
    }
  }

  private static Set<String> dataFiles(Path table) throws IOException {
    try (Stream<Path> all = Files.walk(table)) {
      Set<String> names = new HashSet<>();
      all.filter(path -> path.toString().endsWith(".parquet"))
          .filter(path -> !path.toString().contains("_delta_log"))
          .forEach(path -> names.add(table.relativize(path).toString()));
      return names;
    }
  }
}
