package org.assize.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.ledger.Ledger;
import org.assize.spark.ledger.Measurements;
import org.assize.spark.sql.BoundQuery;
import org.assize.spark.sql.CatalystInspector;
import org.assize.spark.table.ReadTables;

/** What a query of somebody's own may read: tables, raw, quarantine, and what runs wrote down. */
record WarehouseQuery(SparkSession spark, Workspace workspace, Ledger ledger) {

  /** Rows of a query over tables as a run would read them. */
  Dataset<Row> run(String sql) {
    Map<String, DatasetName> known = new LinkedHashMap<>();
    tables().forEach(table -> known.put(table.name().toString(), table.name()));
    Map<String, Dataset<Row>> frames = new LinkedHashMap<>();
    for (String relation : new CatalystInspector().relations(sql)) {
      frames.put(
          relation,
          switch (relation) {
            case Ledger.TABLE -> ledger.frame();
            case Measurements.TABLE -> ledger.measurements().frame();
            default -> stored(relation, known);
          });
    }
    return BoundQuery.run(spark, sql, frames, Map.of());
  }

  private Dataset<Row> stored(String relation, Map<String, DatasetName> known) {
    DatasetName name = known.get(relation);
    if (name == null) {
      throw PlatformException.of(
          ErrorCode.UNKNOWN_TABLE,
          "No table is called `" + relation + "`.",
          "Tables are written <domain>_<layer>.<table>.",
          Nearest.hint(relation, known.keySet()));
    }
    StoredTable table = new ReadTables(spark, workspace).of(name).stored();
    long version = table.latestVersion();
    if (version < 0) {
      throw PlatformException.of(
          ErrorCode.INPUT_MISSING,
          "The table " + name + " has not been built yet.",
          "",
          "Run it first.");
    }
    return table.frame(version);
  }

  /** Every table that the workspace's contracts and sources speak of, built or not. */
  List<StoredTable> tables() {
    List<DatasetName> names = new ArrayList<>();
    workspace.sources().forEach(source -> names.add(source.rawTable()));
    workspace.contracts().forEach(contract -> names.add(contract.name()));
    workspace.contracts().stream()
        .filter(contract -> !contract.isDerived())
        .forEach(contract -> names.add(contract.name().quarantine()));
    return names.stream().map(name -> StoredTable.of(spark, workspace, name)).toList();
  }
}
