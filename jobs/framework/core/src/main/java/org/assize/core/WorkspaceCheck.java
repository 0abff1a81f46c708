package org.assize.core;

import org.assize.contract.problem.Problems;

/** Everything that can be found wrong with a workspace without touching data. */
public final class WorkspaceCheck {

  private WorkspaceCheck() {}

  /**
   * Builds the graph and checks each query and rule against its columns.
   *
   * @return the graph, to be used only if no problem was added
   */
  public static TableGraph check(Workspace workspace, SqlInspector inspector, Problems problems) {
    TableGraph graph = TableGraph.of(workspace, inspector, problems);
    var definitions = new Definitions(workspace, inspector, problems);
    graph.definitions().forEach(definitions::check);
    return graph;
  }
}
