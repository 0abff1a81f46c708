package org.assize.spark.testcase;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.Workspace;
import org.assize.core.testcase.CaseOutcome;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.CaseRunner;
import org.assize.core.testcase.TableCase;
import org.assize.spark.session.Sessions;
import org.assize.spark.transform.DomainClasses;

/** Runs cases of a workspace's tables by the engine itself, all in one Spark session. */
public final class CaseRuns implements CaseRunner {

  /** To compile code, or to plan again on the way, takes longer than a handful of rows. */
  private static final Map<String, String> FOR_FEW_ROWS =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "1");

  private final Workspace workspace;
  private final ClassLoader classes;
  private final Map<String, String> before = new HashMap<>();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /** A runner under the contracts, queries and classes of a workspace; its data is not touched. */
  public CaseRuns(Workspace workspace) {
    this.workspace = workspace;
    this.classes = DomainClasses.of(workspace);
  }

  @Override
  public void check(TableCase subject, Problems problems) {
    var contract = subject.table().contract();
    TypedRows.read(subject.expected(), contract, problems);
    subject.existing().ifPresent(rows -> TypedRows.read(rows, contract, problems));
    subject.quarantine().ifPresent(rows -> TypedRows.read(rows, contract, problems));
    subject
        .others()
        .forEach(
            (name, rows) -> TypedRows.read(rows, workspace.contract(name).orElseThrow(), problems));
  }

  @Override
  public void run(List<TableCase> subjects, Consumer<CaseOutcome> listener) {
    SparkSession spark = session();
    List<Future<CaseOutcome>> outcomes =
        subjects.stream().map(subject -> pool.submit(() -> run(spark, subject))).toList();
    for (Future<CaseOutcome> outcome : outcomes) {
      try {
        listener.accept(outcome.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the cases were interrupted", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException("a case failed", e.getCause());
      }
    }
  }

  private CaseOutcome run(SparkSession spark, TableCase subject) {
    long begun = System.nanoTime();
    List<Difference> differences = new ArrayList<>(attempt(spark, subject, whole(spark, subject)));
    Optional<Arrivals> split =
        differences.isEmpty() && subject.holds().isEmpty()
            ? split(spark, subject)
            : Optional.empty();
    split.ifPresent(parts -> differences.addAll(attempt(spark, subject, parts)));
    return new CaseOutcome(
        subject, split.isPresent(), differences, Duration.ofNanos(System.nanoTime() - begun));
  }

  private SparkSession session() {
    SparkSession spark = Sessions.open(classes);
    FOR_FEW_ROWS.forEach(
        (key, value) -> {
          before.putIfAbsent(key, spark.conf().get(key));
          spark.conf().set(key, value);
        });
    return spark;
  }

  private List<Difference> attempt(SparkSession spark, TableCase subject, Arrivals arrivals) {
    Clock clock = Clock.fixed(subject.at(), ZoneOffset.UTC);
    try (var warehouse = new CaseWarehouse(spark, workspace, clock)) {
      return new CaseAttempt(spark, warehouse, subject, arrivals).differences(classes);
    }
  }

  private Arrivals whole(SparkSession spark, TableCase subject) {
    return subject.table() instanceof Definition.Derived
        ? ArrivingRows.whole(spark, workspace, subject)
        : ArrivingFiles.whole(spark, subject);
  }

  private Optional<Arrivals> split(SparkSession spark, TableCase subject) {
    return subject.table() instanceof Definition.Derived
        ? ArrivingRows.split(spark, workspace, subject)
        : ArrivingFiles.split(spark, subject);
  }

  @Override
  public void close() {
    pool.shutdownNow();
    // The session is the process's own.
    if (!before.isEmpty()) {
      SparkSession spark = Sessions.open(classes);
      before.forEach((key, value) -> spark.conf().set(key, value));
    }
  }
}
