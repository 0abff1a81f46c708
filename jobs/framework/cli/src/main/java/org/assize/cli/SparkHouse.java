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
import org.assize.spark.Engine;
import org.assize.spark.deploy.WarehouseShelf;
import org.assize.spark.sql.CatalystInspector;
import org.assize.spark.testcase.CaseRuns;

/** The rooms where Spark lives. */
final class SparkHouse implements House {

  @Override
  public SqlInspector inspector() {
    return new CatalystInspector();
  }

  @Override
  public List<QueryColumn> yields(
      String sql, Place file, Map<String, List<Column>> inputs, Problems problems) {
    return new CatalystInspector()
        .yields(sql, file, inputs, problems).stream()
            .map(c -> new QueryColumn(c.name(), c.type(), c.nullable(), c.grouped()))
            .toList();
  }

  @Override
  public OpenEngine open(Workspace workspace, Clock clock) {
    return new SparkEngine(Engine.open(workspace, clock));
  }

  @Override
  public Shelf shelf(URI warehouse) {
    return WarehouseShelf.of(warehouse);
  }

  @Override
  public CaseRunner cases(Workspace workspace) {
    return new CaseRuns(workspace);
  }
}
