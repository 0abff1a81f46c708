package org.assize.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.TableDifference;
import org.assize.core.TableDifference.ColumnDifference;
import org.assize.core.TableDifference.Side;
import org.assize.core.Workspace;
import org.assize.spark.delta.StoredTable;

/**
 * Compares a table of two warehouses over the columns that its contract speaks of, those that the
 * engine adds left out: by key where there is one, else as multisets.
 */
record TableComparison(SparkSession spark, DataContract contract) {

  /** One side: the table as it stands. */
  private record Stood(Side side, Dataset<Row> rows, Map<String, String> types) {}

  /**
   * How the table differs.
   *
   * @throws PlatformException INPUT_MISSING where one of the two was never built
   */
  TableDifference of(Workspace here, Workspace there) {
    Stood one = stood(here);
    Stood other = stood(there);
    List<ColumnDifference> schema = schema(one.types(), other.types());
    List<String> shared =
        one.types().entrySet().stream()
            .filter(column -> column.getValue().equals(other.types().get(column.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    boolean isKeyed = !contract.primaryKey().isEmpty() && shared.containsAll(contract.primaryKey());
    if (isKeyed) {
      Row sums = byKey(one.rows(), other.rows(), shared);
      // A key that is there twice tells nothing of which row became which.
      if (number(sums, "repeated") == 0) {
        return difference(one, other, schema, contract.primaryKey(), shared, sums);
      }
    }
    Row sums = asMultisets(one.rows(), other.rows(), shared);
    return difference(one, other, schema, List.of(), List.of(), sums);
  }

  private Stood stood(Workspace workspace) {
    DatasetName name = contract.name();
    StoredTable table = StoredTable.of(spark, workspace, name);
    long version = table.latestVersion();
    // The first version only makes the table.
    if (version <= 0) {
      throw PlatformException.of(
          ErrorCode.INPUT_MISSING,
          "The table " + name + " has not been built in `" + workspace.environment() + "`.",
          "",
          "Run it there first.");
    }
    Dataset<Row> rows = table.frame(version);
    Map<String, String> types = new LinkedHashMap<>();
    for (StructField field : rows.schema().fields()) {
      if (!field.name().startsWith("_")) {
        types.put(field.name(), field.dataType().catalogString());
      }
    }
    return new Stood(new Side(workspace.environment(), version, rows.count()), rows, types);
  }

  private static List<ColumnDifference> schema(
      Map<String, String> here, Map<String, String> there) {
    Map<String, String> all = new LinkedHashMap<>(here);
    there.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .map(
            name ->
                new ColumnDifference(
                    name,
                    Optional.ofNullable(here.get(name)),
                    Optional.ofNullable(there.get(name))))
        .filter(column -> !column.here().equals(column.there()))
        .toList();
  }

  private Row byKey(Dataset<Row> here, Dataset<Row> there, List<String> shared) {
    List<String> key = contract.primaryKey();
    Dataset<Row> both = joined(keyed(here, shared, "h"), keyed(there, shared, "t"), key.size());
    String isBoth = "hn IS NOT NULL AND tn IS NOT NULL";
    List<Column> sums = new ArrayList<>();
    sums.add(sum("tn IS NULL", "hn", "only_here"));
    sums.add(sum("hn IS NULL", "tn", "only_there"));
    sums.add(sum(isBoth + " AND NOT (hv <=> tv)", "1", "differing"));
    sums.add(sum("coalesce(hn, 0) > 1 OR coalesce(tn, 0) > 1", "1", "repeated"));
    for (int i = 0; i < shared.size(); i++) {
      sums.add(sum(isBoth + " AND NOT (hv.v" + i + " <=> tv.v" + i + ")", "1", "c" + i));
    }
    return both.agg(lit(0), sums.toArray(new Column[0])).head();
  }

  private Dataset<Row> keyed(Dataset<Row> rows, List<String> shared, String side) {
    List<Column> keys = aliased(contract.primaryKey(), side + "k");
    Column values = struct(aliased(shared, "v").toArray(new Column[0]));
    return rows.groupBy(keys.toArray(new Column[0]))
        .agg(count(lit(1)).as(side + "n"), max(values).as(side + "v"));
  }

  private static Row asMultisets(Dataset<Row> here, Dataset<Row> there, List<String> shared) {
    Dataset<Row> both =
        joined(counted(here, shared, "h"), counted(there, shared, "t"), shared.size());
    String more = "coalesce(hn, 0) - coalesce(tn, 0)";
    return both.agg(
            sum(more + " > 0", more, "only_here"),
            sum(more + " < 0", "-(" + more + ")", "only_there"),
            lit(0L).as("differing"))
        .head();
  }

  private static Dataset<Row> counted(Dataset<Row> rows, List<String> shared, String side) {
    return rows.groupBy(aliased(shared, side + "k").toArray(new Column[0]))
        .agg(count(lit(1)).as(side + "n"));
  }

  private static Dataset<Row> joined(Dataset<Row> here, Dataset<Row> there, int keys) {
    Column isSame = lit(true);
    for (int i = 0; i < keys; i++) {
      isSame = isSame.and(here.col("hk" + i).eqNullSafe(there.col("tk" + i)));
    }
    return here.join(there, isSame, "full_outer");
  }

  private static List<Column> aliased(List<String> names, String prefix) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(col("`" + names.get(i) + "`").as(prefix + i));
    }
    return columns;
  }

  private static Column sum(String condition, String value, String as) {
    return expr("coalesce(sum(IF(" + condition + ", CAST(" + value + " AS bigint), 0L)), 0L)")
        .as(as);
  }

  private TableDifference difference(
      Stood here,
      Stood there,
      List<ColumnDifference> schema,
      List<String> key,
      List<String> columns,
      Row sums) {
    Map<String, Long> differing = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      long rows = number(sums, "c" + i);
      if (rows > 0) {
        differing.put(columns.get(i), rows);
      }
    }
    return new TableDifference(
        contract.name(),
        here.side(),
        there.side(),
        key,
        number(sums, "only_here"),
        number(sums, "only_there"),
        number(sums, "differing"),
        differing,
        schema);
  }

  private static long number(Row sums, String name) {
    return ((Number) sums.getAs(name)).longValue();
  }
}
