package org.assize.spark.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorType;
import org.assize.contract.problem.Problem;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.transform.ClassComputation;
import org.assize.spark.transform.Computation;
import org.assize.spark.transform.QueryComputation;

/** Runs a wave of tables, two at a time: all intents in one commit of the ledger, then the work. */
public final class TableRuns implements TableRunner {

  /** Two tables at once fill the gaps that each leaves in its own commits. */
  private static final int AT_ONCE = 2;

  private final Function<RunListener, RunContext> contexts;
  private final ClassLoader classes;

  /** A runner whose contexts differ only in who listens. */
  public TableRuns(Function<RunListener, RunContext> contexts, ClassLoader classes) {
    this.contexts = contexts;
    this.classes = classes;
  }

  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    RunContext context = contexts.apply(listener);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Prepared> prepared =
          each(pool, ready, task -> cancellable(context, () -> prepared(context, task)));
      List<LedgerEvent> intents = new ArrayList<>();
      prepared.forEach(one -> intents.addAll(one.intents()));
      context.ledger().note(intents);
      context.ledger().flushIntents();
      return outcomes(context, pool, prepared);
    } finally {
      pool.shutdown();
    }
  }

  private static List<TableOutcome> outcomes(
      RunContext context, ExecutorService pool, List<Prepared> prepared) {
    Map<String, List<Prepared>> groups = new LinkedHashMap<>();
    List<Future<TableOutcome>> alone = new ArrayList<>();
    for (Prepared one : prepared) {
      one.group()
          .ifPresentOrElse(
              group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(one),
              () ->
                  alone.add(pool.submit(() -> cancellable(context, () -> reported(context, one)))));
    }
    Map<DatasetName, TableOutcome> outcomes = new LinkedHashMap<>();
    for (List<Prepared> group : groups.values()) {
      Map<DatasetName, TableOutcome> ended =
          new GroupExecution(
                  context, members -> each(pool, members, one -> cancellable(context, one::judged)))
              .run(group);
      ended.values().forEach(context.listener()::ended);
      outcomes.putAll(ended);
    }
    results(alone).forEach(outcome -> outcomes.put(outcome.table(), outcome));
    return prepared.stream().map(one -> outcomes.get(one.table())).toList();
  }

  /** Ends the Spark jobs of tables that a run is at; what is written to the ledger is not one. */
  public static void cancel(SparkSession spark, String runId) {
    spark.sparkContext().cancelJobsWithTag(tag(runId));
  }

  private static String tag(String runId) {
    return "assize-" + runId;
  }

  private static <T> T cancellable(RunContext context, Supplier<T> work) {
    SparkContext spark = context.spark().sparkContext();
    spark.addJobTag(tag(context.runId()));
    try {
      return work.get();
    } finally {
      spark.removeJobTag(tag(context.runId()));
    }
  }

  private Prepared prepared(RunContext context, TableTask task) {
    context.listener().started(task.table());
    context.spark().sparkContext().setJobDescription(task.table().toString());
    try {
      TableRun run = tableRun(context, task);
      var execution = new BatchExecution(context, run);
      return new Prepared(task.table(), run, execution, execution.prepare());
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      return new Prepared(
          task.table(), null, null, new Resolution.Nothing(failed(task.table(), e)));
    }
  }

  private static TableOutcome reported(RunContext context, Prepared prepared) {
    context.spark().sparkContext().setJobDescription(prepared.table().toString());
    TableOutcome outcome;
    try {
      outcome = prepared.outcome();
    } catch (Exception e) { // Scala throws checked exceptions unannounced
      outcome = failed(prepared.table(), e);
    }
    context.listener().ended(outcome);
    return outcome;
  }

  TableRun tableRun(RunContext context, TableTask task) {
    Definition definition = task.definition();
    if (definition instanceof Definition.Raw raw) {
      return new RawRun(context, task, raw.source());
    }
    if (definition instanceof Definition.SourceFed fed) {
      return new SourceFedRun(context, task, fed);
    }
    var derived = (Definition.Derived) definition;
    Computation computation =
        derived
            .sql()
            .<Computation>map(sql -> new QueryComputation(context.spark(), derived.contract(), sql))
            .orElseGet(
                () ->
                    ClassComputation.of(
                        derived.contract(),
                        derived.contract().transform().orElseThrow().java().orElseThrow(),
                        classes));
    return new DerivedRun(context, task, derived, computation);
  }

  static TableOutcome failed(DatasetName table, Exception failure) {
    Debug.show(failure);
    List<Problem> problems = Failures.of(table, failure);
    boolean isLate =
        problems.stream().allMatch(problem -> problem.code().type() == ErrorType.NOT_READY);
    TableOutcome failed = TableOutcome.failed(table, problems, java.time.Duration.ZERO);
    return isLate ? failed.as(TableOutcome.Status.NOT_READY) : failed;
  }

  private static <A, B> List<B> each(ExecutorService pool, List<A> values, Function<A, B> work) {
    List<Future<B>> futures = new ArrayList<>();
    values.forEach(value -> futures.add(pool.submit(() -> work.apply(value))));
    return results(futures);
  }

  private static <B> List<B> results(List<Future<B>> futures) {
    List<B> results = new ArrayList<>();
    for (Future<B> future : futures) {
      try {
        results.add(future.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run was interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException("a table run answers every exception itself", e);
      }
    }
    return results;
  }
}
