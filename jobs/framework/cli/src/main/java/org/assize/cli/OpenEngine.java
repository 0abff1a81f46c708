package org.assize.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.incident.NoticeBook;
import org.assize.core.plan.PlanBook;
import org.assize.core.schedule.Heartbeat;
import org.assize.core.schedule.ScheduleBook;

/** Port: a started engine on one workspace. */
interface OpenEngine extends TableRunner, AutoCloseable {

  /** Id that a run of this process has. */
  String runId();

  /** What a run would do, tables with inputs first; writes nothing. */
  List<Foreseen> foresee(List<TableTask> tasks, RunListener listener);

  /** Keeps the report of a run. */
  void record(RunReport report);

  /** Reports of earlier runs, newest first. */
  List<RunReport> reports();

  /** What schedulers of the workspace write down. */
  ScheduleBook book();

  /** Where the scheduler of the warehouse shows that it lives. */
  Heartbeat heartbeat();

  /** Ends what {@link #run} is at; its tables fail. */
  void cancel();

  /** Plans that somebody saved. */
  PlanBook plans();

  /** Who was told of which incident. */
  NoticeBook notices();

  /** The newest version of each table that was built. */
  Map<DatasetName, Long> versions(Collection<DatasetName> tables);

  /** Every table that the workspace speaks of, built or not. */
  List<TableState> states();

  /** How every rule of each table fared on every batch, oldest first. */
  Map<DatasetName, List<Measurement>> measurements(Collection<DatasetName> tables);

  /** How many rows each table has, and how many wait in its quarantine. */
  Map<DatasetName, StoredRows> rows(Collection<DatasetName> tables, RunListener listener);

  /** Runs a query and answers at most so many rows. */
  QueryResult query(String sql, int limit);

  /** Commits a held batch all the same. */
  List<TableOutcome> accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener);

  /** Gives a held batch up; answers what becomes of its inputs, one sentence. */
  String drop(String batchId, String who, String why);

  /** How a table differs from that of another warehouse. */
  TableDifference difference(DataContract table, Workspace other);

  /** Makes a table what it was at a version, and holds it until it is released. */
  TableOutcome rollBack(
      Definition table, long version, String who, String why, RunListener listener);

  /** Lets a table that was rolled back be run again. */
  void release(DatasetName table, String who, String why);

  /** What was delivered for a quarantined row; with a reason, classified columns too. */
  Delivered delivered(DataContract contract, String row, String who, Optional<String> why);

  /** Takes quarantined rows once more; empty rule and no ids mean every open row. */
  TableOutcome replay(
      Definition.SourceFed table,
      String rule,
      List<String> rows,
      boolean isDry,
      RunListener listener);

  /** Gives quarantined rows up; answers how many. */
  long discard(DataContract table, String rule, List<String> rows, String who, String why);

  /** Restores the ledger from the tables' own logs; answers the number of batches restored. */
  int rebuildLedger(TableGraph graph);

  @Override
  void close();
}
