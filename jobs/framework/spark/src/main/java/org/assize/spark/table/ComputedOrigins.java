package org.assize.spark.table;

import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.spark.purity.Trees;
import org.assize.spark.sql.ColumnTrace;

/** What goes into the columns of a result, by the plan that Spark analysed for it. */
final class ComputedOrigins {

  private ComputedOrigins() {}

  static ColumnOrigins of(Dataset<Row> result, Definition.Derived definition) {
    return ColumnTrace.of(result.queryExecution().analyzed(), leaf -> table(leaf, definition));
  }

  /** Whose files a leaf of the plan reads. */
  private static Optional<String> table(LogicalPlan leaf, Definition.Derived definition) {
    if (!(leaf instanceof LogicalRelation read)
        || !(read.relation() instanceof HadoopFsRelation files)) {
      return Optional.empty();
    }
    for (Path root : Trees.list(files.location().rootPaths())) {
      for (DatasetName need : definition.needs()) {
        // Whichever warehouse it is read from.
        if (root.toUri().getPath().endsWith("/" + need.path())) {
          return Optional.of(need.toString());
        }
      }
    }
    return Optional.empty();
  }
}
