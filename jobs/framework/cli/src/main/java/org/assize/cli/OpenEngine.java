package org.assize.cli;

import java.util.List;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableRunner;

/** Port: a started engine on one workspace. */
interface OpenEngine extends TableRunner, AutoCloseable {

  /** Id that a run of this process has. */
  String runId();

  /** Keeps the report of a run. */
  void record(RunReport report);

  /** Reports of earlier runs, newest first. */
  List<RunReport> reports();

  /** Every table that the workspace speaks of, built or not. */
  List<TableState> states();

  /** Runs a query and answers at most so many rows. */
  QueryResult query(String sql, int limit);

  /** Commits a held batch all the same. */
  TableOutcome accept(
      TableGraph graph, String batchId, String who, String why, RunListener listener);

  /** Gives a held batch up; answers what becomes of its inputs, one sentence. */
  String drop(String batchId, String who, String why);

  /** Restores the ledger from the tables' own logs; answers the number of batches restored. */
  int rebuildLedger(TableGraph graph);

  @Override
  void close();
}
