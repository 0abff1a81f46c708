package org.assize.cli;

import java.util.List;
import org.assize.core.TableGraph;
import org.assize.core.Workspace;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Pipelines;

/** A workspace in which nothing was found wrong, and its tables. */
record CheckedWorkspace(Workspace workspace, TableGraph graph) {

  /** Its tables as they run by their schedules, by id. */
  List<Pipeline> pipelines() {
    return Pipelines.of(workspace, graph.definitions());
  }
}
