package org.assize.core;

import java.util.List;

/** What would be done: table runs in an order in which each finds its inputs ready. */
public record Plan(Workspace workspace, List<TableTask> tasks) {

  public Plan {
    tasks = List.copyOf(tasks);
  }
}
