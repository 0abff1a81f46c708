package org.assize.spark.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Interval;
import org.assize.contract.Load;
import org.assize.spark.delta.TableShape;

/** The layout of a contract's table and of its quarantine. */
final class Shapes {

  /** What identifies a record, and a row within it. */
  static final List<String> IDENTITY = List.of("_file_hash", "_locator", "_position");

  private Shapes() {}

  static TableShape sourceFed(DataContract contract) {
    StructType schema = business(contract);
    schema =
        schema
            .add("_file_hash", DataTypes.StringType)
            .add("_locator", DataTypes.LongType)
            .add("_position", DataTypes.IntegerType)
            .add("_row_hash", DataTypes.LongType);
    for (String placeholder : contract.keptPlaceholders()) {
      schema = schema.add(placeholder, DataTypes.StringType);
    }
    schema = schema.add("_batch_id", DataTypes.StringType);
    return new TableShape(schema, List.of(), statistics(contract));
  }

  static TableShape derived(DataContract contract) {
    List<String> partitions = partition(contract).map(List::of).orElse(List.of());
    List<String> statistics = new ArrayList<>(statistics(contract));
    statistics.removeAll(partitions);
    return new TableShape(business(contract), partitions, statistics);
  }

  static TableShape quarantine() {
    var schema =
        new StructType()
            .add("row_id", DataTypes.StringType)
            .add("_file", DataTypes.StringType)
            .add("_file_hash", DataTypes.StringType)
            .add("_locator", DataTypes.LongType)
            .add("_position", DataTypes.IntegerType)
            .add("status", DataTypes.StringType)
            .add("rules", DataTypes.createArrayType(DataTypes.StringType))
            .add("fault", DataTypes.StringType)
            .add("batch_id", DataTypes.StringType)
            .add("run_id", DataTypes.StringType)
            .add("contract_version", DataTypes.StringType)
            .add("rule_set", DataTypes.StringType)
            .add("first_seen_at", DataTypes.TimestampType)
            .add("last_seen_at", DataTypes.TimestampType)
            .add("decided_by", DataTypes.StringType)
            .add("decided_at", DataTypes.TimestampType);
    return new TableShape(schema, List.of(), List.of("last_seen_at"));
  }

  /** The date column that a table is partitioned by, so that replacing a day touches only it. */
  static Optional<String> partition(DataContract contract) {
    return contract
        .load()
        .interval()
        .filter(interval -> interval.grain() == Interval.Grain.DAY)
        .filter(interval -> contract.load().mode() == Load.Mode.REPLACE_INTERVAL)
        .map(Interval::column)
        .filter(column -> type(contract, column) instanceof DateType);
  }

  static DataType type(DataContract contract, String column) {
    return DataType.fromDDL(contract.column(column).orElseThrow().physicalType());
  }

  static StructType business(DataContract contract) {
    var schema = new StructType();
    for (Column column : contract.columns()) {
      schema = schema.add(column.name(), DataType.fromDDL(column.physicalType()));
    }
    return schema;
  }

  /** Only the key and the interval, and only where nobody classified them. */
  private static List<String> statistics(DataContract contract) {
    Set<String> wanted = new LinkedHashSet<>(contract.primaryKey());
    contract.load().interval().ifPresent(interval -> wanted.add(interval.column()));
    return contract.columns().stream()
        .filter(column -> wanted.contains(column.name()))
        .filter(column -> column.classification().isEmpty())
        .map(Column::name)
        .toList();
  }
}
