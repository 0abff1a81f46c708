package org.assize.spark.table;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.ReadEnvironment;
import org.assize.core.Workspace;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;

/** Where the tables are that others read: in the own warehouse, or where it reads from. */
public record ReadTables(SparkSession spark, Workspace workspace) {

  /** Its own table where it was built, else that of the first environment which has built it. */
  public ReadTable of(DatasetName name) {
    StoredTable own = StoredTable.of(spark, workspace, name);
    // The first version only makes the table.
    if (!workspace.readsFrom().isEmpty() && own.latestVersion() <= 0) {
      for (ReadEnvironment from : workspace.readsFrom()) {
        StoredTable other = StoredTable.at(spark, from.warehouse(), name);
        if (other.latestVersion() > 0) {
          return new ReadTable(other, Optional.of(from));
        }
      }
    }
    return new ReadTable(own, Optional.empty());
  }

  /** The table whose versions a batch pinned, wherever it would be read now. */
  public StoredTable pinned(DatasetName name, UpstreamRange range) {
    return range.warehouse() == null
        ? StoredTable.of(spark, workspace, name)
        : StoredTable.at(spark, URI.create(range.warehouse()), name);
  }

  /** What is read elsewhere, in words; empty where nothing is. */
  public String told(List<UpstreamRange> ranges) {
    return workspace.readsFrom().stream()
        .map(from -> told(from, ranges))
        .filter(told -> !told.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String told(ReadEnvironment from, List<UpstreamRange> ranges) {
    String tables =
        ranges.stream()
            .filter(range -> Objects.equals(range.warehouse(), from.warehouse().toString()))
            .map(UpstreamRange::table)
            .distinct()
            .collect(Collectors.joining(", "));
    return tables.isEmpty() ? "" : "reads " + tables + " of " + from.name();
  }
}
