package org.assize.spark.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.testcase.CaseRows;
import org.assize.spark.delta.Scala;
import org.assize.spark.typing.PlainText;

/** The rows of a file of a case, in the types of its contract. */
record TypedRows(StructType schema, List<InternalRow> rows) {

  TypedRows {
    rows = List.copyOf(rows);
  }

  /**
   * Reads each text as a value of its column; columns that the contract does not have are text.
   *
   * @param problems receives a problem for each text that is no such value, at its line
   */
  static TypedRows read(CaseRows file, DataContract contract, Problems problems) {
    var schema = new StructType();
    List<Optional<PlainText>> readers = new ArrayList<>();
    for (String name : file.columns()) {
      DataType type =
          contract
              .column(name)
              .map(Column::physicalType)
              .map(DataType::fromDDL)
              .orElse(DataTypes.StringType);
      schema = schema.add(name, type);
      Optional<PlainText> reader = PlainText.of(type);
      readers.add(reader);
      if (reader.isEmpty()) {
        String problem = "`" + name + "` is " + type.sql() + ", which has no plain text.";
        fault(file, 1, problem, "Leave the column out.", problems);
      }
    }
    List<InternalRow> rows = new ArrayList<>();
    for (CaseRows.CaseRow row : file.rows()) {
      var typed = new GenericInternalRow(schema.length());
      for (int i = 0; i < schema.length(); i++) {
        Optional<String> text = row.values().get(i);
        if (text.isPresent()
            && readers.get(i).isPresent()
            && !readers.get(i).get().read(text.get(), typed, i)) {
          String name = schema.fieldNames()[i];
          DataType type = schema.apply(i).dataType();
          String problem = "The text of `" + name + "` is no " + type.sql() + ".";
          fault(file, row.line(), problem, mend(type), problems);
        }
      }
      rows.add(typed);
    }
    return new TypedRows(schema, rows);
  }

  private static void fault(
      CaseRows file, int line, String problem, String mend, Problems problems) {
    problems.add(ErrorCode.CASE_INVALID, new Place(file.file(), line), problem, "", mend);
  }

  private static String mend(DataType type) {
    return switch (type.typeName()) {
      case "date" -> "Write 2026-11-22; leave the field empty for NULL.";
      case "timestamp" -> "Write 2026-11-22T05:00:00Z; leave the field empty for NULL.";
      case "boolean" -> "Write true or false; leave the field empty for NULL.";
      case "array", "struct" -> "Write JSON, in double quotes with each quote in it doubled.";
      default -> "Leave the field empty for NULL.";
    };
  }

  /** The same columns with other rows. */
  TypedRows with(List<InternalRow> others) {
    return new TypedRows(schema, others);
  }

  Dataset<Row> frame(SparkSession spark) {
    return Dataset.ofRows(
        spark,
        new LocalRelation(
            Scala.list(Scala.java(DataTypeUtils.toAttributes(schema))), Scala.list(rows), false));
  }
}
