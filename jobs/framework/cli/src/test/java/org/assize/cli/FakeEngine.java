package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;

/** An engine that remembers what it was asked and answers what it was told. */
final class FakeEngine implements OpenEngine {

  int opened;
  int closed;
  final List<TableTask> ran = new ArrayList<>();
  final List<RunReport> recorded = new ArrayList<>();
  final List<TableState> states = new ArrayList<>();
  final List<String> decisions = new ArrayList<>();
  final Map<String, TableOutcome> outcomes = new LinkedHashMap<>();
  Function<String, QueryResult> queries = sql -> new QueryResult(List.of(), List.of(), false);

  void will(TableOutcome outcome) {
    outcomes.put(outcome.table().selector(), outcome);
  }

  @Override
  public String runId() {
    return "run1";
  }

  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    ran.addAll(ready);
    List<TableOutcome> answers = new ArrayList<>();
    for (TableTask task : ready) {
      listener.started(task.table());
      TableOutcome answer =
          outcomes.getOrDefault(
              task.table().selector(), TableOutcome.of(task.table(), Status.UP_TO_DATE, ""));
      listener.ended(answer);
      answers.add(answer);
    }
    return answers;
  }

  @Override
  public void record(RunReport report) {
    recorded.add(0, report);
  }

  @Override
  public List<RunReport> reports() {
    return recorded;
  }

  @Override
  public List<TableState> states() {
    return states;
  }

  @Override
  public QueryResult query(String sql, int limit) {
    return queries.apply(sql);
  }

  @Override
  public TableOutcome accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener) {
    decisions.add("accept " + batchId + " by " + who + ": " + why);
    return TableOutcome.of(
        graph.definitions().get(1).table(), Status.COMMITTED_WITH_WARNINGS, "accepted");
  }

  @Override
  public String drop(String batchId, String who, String why) {
    decisions.add("drop " + batchId + " by " + who + ": " + why);
    return "Its 1 file counts as taken.";
  }

  @Override
  public int rebuildLedger(TableGraph graph) {
    return 7;
  }

  @Override
  public void close() {
    closed++;
  }
}
