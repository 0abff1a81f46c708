package org.assize.spark.testcase;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;
import org.assize.core.testcase.TableCase;
import org.assize.spark.delta.StoredTable;
import org.assize.spark.typing.TypedFrame;

/** Rows in quarantine with the values that were read of them, and the rules that refused them. */
final class RefusedRows {

  private static final List<String> IDENTITY =
      List.of("_file", "_file_hash", "_locator", "_position");

  private RefusedRows() {}

  /** Rules divided by spaces, in the order of the alphabet. */
  static Column inOrder(Column rules) {
    return array_join(array_sort(rules), " ");
  }

  /** The rows of a file that names rules in any order. */
  static Dataset<Row> expected(Dataset<Row> file) {
    return List.of(file.columns()).contains(TableCase.RULES)
        ? file.withColumn(TableCase.RULES, inOrder(split(col(TableCase.RULES), " +")))
        : file;
  }

  /** The columns of a contract, and {@code rules}. */
  static Dataset<Row> actual(SparkSession spark, CaseWarehouse warehouse, DataContract contract) {
    List<Dataset<Row>> refused = new ArrayList<>();
    StoredTable quarantine = warehouse.stored(contract.name().quarantine());
    for (SourceUse use : contract.sources()) {
      StoredTable raw = warehouse.stored(use.source().rawTable());
      if (raw.latestVersion() > 0 && quarantine.latestVersion() > 0) {
        Dataset<Row> records = raw.frame(raw.latestVersion());
        Dataset<Row> rows = quarantine.frame(quarantine.latestVersion());
        refused.add(joined(TypedFrame.of(records, contract, use), rows, contract));
      }
    }
    return refused.stream().reduce(Dataset::unionByName).orElseGet(() -> none(spark, contract));
  }

  private static Dataset<Row> joined(
      Dataset<Row> typed, Dataset<Row> quarantine, DataContract contract) {
    Column same = lit(true);
    for (String name : IDENTITY) {
      same = same.and(typed.col(name).equalTo(quarantine.col(name)));
    }
    List<Column> columns = new ArrayList<>();
    contract.columns().forEach(column -> columns.add(typed.col("`" + column.name() + "`")));
    columns.add(inOrder(quarantine.col(TableCase.RULES)).as(TableCase.RULES));
    return typed.join(quarantine, same).select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> none(SparkSession spark, DataContract contract) {
    List<Column> columns = new ArrayList<>();
    contract
        .columns()
        .forEach(column -> columns.add(lit(null).cast(column.physicalType()).as(column.name())));
    columns.add(lit("").as(TableCase.RULES));
    return spark.range(0).select(columns.toArray(Column[]::new));
  }
}
