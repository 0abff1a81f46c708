package org.assize.spark.testcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Workspace;
import org.assize.spark.Engine;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Ledger;
import org.assize.spark.table.GivenTable;

/** A warehouse and a landing folder for one run of a case, under the workspace's own contracts. */
final class CaseWarehouse implements AutoCloseable {

  private final SparkSession spark;
  private final Clock clock;
  private final Path root;
  private final Workspace workspace;
  private final Ledger ledger;
  private int landed;

  CaseWarehouse(SparkSession spark, Workspace original, Clock clock) {
    this.spark = spark;
    this.clock = clock;
    try {
      this.root = Files.createTempDirectory("assize-case");
      Files.createDirectories(landing());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.workspace = original.over(root.resolve("warehouse").toUri(), landing().toUri());
    this.ledger = Ledger.ofCase(spark, workspace);
  }

  private Path landing() {
    return root.resolve("landing");
  }

  /** The engine at work here; it keeps nothing that lasts but the tables. */
  Engine engine(ClassLoader classes) {
    return Engine.ofCase(spark, workspace, clock, classes, ledger);
  }

  /** A file as delivered. */
  static final class Landed {

    private final String path;
    private final byte[] bytes;

    Landed(String path, byte[] bytes) {
      this.path = path;
      this.bytes = bytes;
    }

    String path() {
      return path;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** Puts files into the landing folder, in the place of what lay there under the same name. */
  void land(List<Landed> files) {
    try {
      for (Landed file : files) {
        Path path = landing().resolve(file.path());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, file.bytes());
        // A name delivered again must look changed, however fast it comes.
        landed++;
        Files.setLastModifiedTime(path, FileTime.fromMillis(1000L * landed));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table to put rows into. */
  GivenTable given(DataContract contract) {
    return new GivenTable(spark, workspace, clock, ledger, contract);
  }

  DataContract contract(DatasetName table) {
    return workspace.contract(table).orElseThrow();
  }

  StoredTable stored(DatasetName table) {
    return StoredTable.of(spark, workspace, table);
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
