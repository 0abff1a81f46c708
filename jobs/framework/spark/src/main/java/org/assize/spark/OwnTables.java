package org.assize.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.deploy.Deployed;
import org.assize.core.deploy.Ownership;
import org.assize.spark.deploy.WarehouseShelf;

/** Runs the tables of domains that a workspace may write; the others fail. */
record OwnTables(TableRunner tables, Workspace workspace) implements TableRunner {

  @Override
  public List<TableOutcome> run(List<TableTask> ready, RunListener listener) {
    Map<String, Deployed> deployed = WarehouseShelf.of(workspace.warehouse()).deployed();
    Map<DatasetName, TableOutcome> outcomes = new LinkedHashMap<>();
    List<TableTask> own = new ArrayList<>();
    for (TableTask task : ready) {
      Ownership.fault(workspace, task.table().domain(), deployed)
          .map(fault -> TableOutcome.failed(task.table(), List.of(fault), Duration.ZERO))
          .ifPresentOrElse(failed -> outcomes.put(task.table(), failed), () -> own.add(task));
    }
    outcomes.values().forEach(listener::ended);
    if (!own.isEmpty()) {
      tables.run(own, listener).forEach(outcome -> outcomes.put(outcome.table(), outcome));
    }
    return ready.stream().map(task -> outcomes.get(task.table())).toList();
  }
}
