package org.assize.cli;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assize.cli.draft.QueryColumn;
import org.assize.contract.Column;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;
import org.assize.core.deploy.Shelf;
import org.assize.core.testcase.CaseRunner;

/** Port: what needs an engine's classes, loaded only when a verb asks for it. */
interface House {

  /** Reads queries without starting an engine. */
  SqlInspector inspector();

  /**
   * The columns that a query yields, in order; empty with problems where it cannot be resolved.
   *
   * @param inputs columns by relation, as the inspector names them
   */
  List<QueryColumn> yields(
      String sql, Place file, Map<String, List<Column>> inputs, Problems problems);

  /** Starts the engine on a workspace. The caller closes it. */
  OpenEngine open(Workspace workspace, Clock clock);

  /** What workspaces deployed into a warehouse. */
  Shelf shelf(URI warehouse);

  /** What runs cases under the contracts of a workspace. The caller closes it. */
  CaseRunner cases(Workspace workspace);
}
