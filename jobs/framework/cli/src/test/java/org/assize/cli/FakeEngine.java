package org.assize.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Measurement;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.StoredRows;
import org.assize.core.TableDifference;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeBook;
import org.assize.core.plan.PlanBook;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.ScheduleBook;

/** An engine that remembers what it was asked and answers what it was told. */
final class FakeEngine implements OpenEngine {

  int opened;
  int closed;
  final List<TableTask> ran = new ArrayList<>();
  final List<RunReport> recorded = new ArrayList<>();
  final List<TableState> states = new ArrayList<>();
  final List<Measurement> measurements = new ArrayList<>();
  final Map<String, StoredRows> rows = new LinkedHashMap<>();
  final List<TableTask> planned = new ArrayList<>();
  final Map<String, Foreseen> foreseen = new LinkedHashMap<>();
  final FakeBook book = new FakeBook();
  final FakePlans plans = new FakePlans();
  final FakeHeartbeat heartbeat = new FakeHeartbeat();
  Optional<TableDifference> difference = Optional.empty();
  final List<Notice> notices = new ArrayList<>();
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
  public List<Foreseen> foresee(List<TableTask> tasks, RunListener listener) {
    planned.addAll(tasks);
    return tasks.stream()
        .map(
            task ->
                foreseen.getOrDefault(
                    task.table().selector(),
                    new Foreseen(
                        task.table(),
                        Foreseen.Work.NONE,
                        "no new record",
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        List.of(),
                        Optional.empty())))
        .toList();
  }

  @Override
  public ScheduleBook book() {
    return book;
  }

  @Override
  public Heartbeat heartbeat() {
    return heartbeat;
  }

  @Override
  public void cancel() {
    throw new IllegalStateException("nothing here takes long");
  }

  @Override
  public PlanBook plans() {
    return plans;
  }

  @Override
  public NoticeBook notices() {
    return new NoticeBook() {
      @Override
      public List<Notice> told() {
        return List.copyOf(notices);
      }

      @Override
      public void write(List<Notice> written) {
        notices.addAll(written);
      }
    };
  }

  @Override
  public Map<DatasetName, Long> versions(Collection<DatasetName> tables) {
    return Map.of();
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
  public Map<DatasetName, List<Measurement>> measurements(Collection<DatasetName> tables) {
    return tables.stream().collect(Collectors.toMap(table -> table, this::measurements));
  }

  private List<Measurement> measurements(DatasetName table) {
    return measurements.stream().filter(one -> one.table().equals(table.toString())).toList();
  }

  @Override
  public Map<DatasetName, StoredRows> rows(Collection<DatasetName> tables, RunListener listener) {
    return tables.stream()
        .collect(
            Collectors.toMap(
                table -> table, table -> rows.getOrDefault(table.toString(), StoredRows.NONE)));
  }

  @Override
  public QueryResult query(String sql, int limit) {
    return queries.apply(sql);
  }

  @Override
  public List<TableOutcome> accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener) {
    decisions.add("accept " + batchId + " by " + who + ": " + why);
    return List.of(
        TableOutcome.of(
            graph.definitions().get(1).table(), Status.COMMITTED_WITH_WARNINGS, "accepted"));
  }

  @Override
  public String drop(String batchId, String who, String why) {
    decisions.add("drop " + batchId + " by " + who + ": " + why);
    return "Its 1 file counts as taken.";
  }

  @Override
  public TableDifference difference(DataContract table, Workspace other) {
    decisions.add("compare " + table.name().selector() + " with " + other.environment());
    return difference.orElseThrow();
  }

  @Override
  public TableOutcome rollBack(
      Definition table, long version, String who, String why, RunListener listener) {
    decisions.add(
        "roll " + table.table().selector() + " back to " + version + " by " + who + ": " + why);
    return TableOutcome.of(table.table(), Status.HELD, "");
  }

  @Override
  public void release(DatasetName table, String who, String why) {
    decisions.add("release " + table.selector() + " by " + who + ": " + why);
  }

  @Override
  public Delivered delivered(DataContract contract, String row, String who, Optional<String> why) {
    decisions.add("show " + row + " to " + who + why.map(text -> ": " + text).orElse(""));
    return new Delivered(Map.of("pnc_id", Optional.empty()), List.of("pnc_id"), Optional.empty());
  }

  @Override
  public TableOutcome replay(
      Definition.SourceFed table,
      String rule,
      List<String> rows,
      boolean isDry,
      RunListener listener) {
    decisions.add("replay " + table.table().selector() + " " + rule + rows + isDry);
    return TableOutcome.of(table.table(), Status.COMMITTED, "");
  }

  @Override
  public long discard(DataContract table, String rule, List<String> rows, String who, String why) {
    decisions.add("discard " + rule + rows + " by " + who + ": " + why);
    return 1;
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
