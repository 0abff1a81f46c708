package org.assize.spark.table;

import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.spark.delta.TableShape;
import org.assize.spark.delta.TableWriter;

/** Brings a table's columns to those of its contract, inside the batch's own transaction. */
final class SchemaChange {

  private SchemaChange() {}

  /** New columns are added; anything else needs a restatement, which may change everything. */
  static void apply(TableWriter writer, TableShape shape, DataContract contract, boolean restates) {
    StructType stored = writer.schema();
    StructType wanted = shape.schema();
    if (stored.equals(wanted)) {
      return;
    }
    if (!restates) {
      for (StructField field : stored.fields()) {
        requireKept(field, wanted, contract);
      }
      if (stored.fields().length == wanted.fields().length) {
        return;
      }
    }
    writer.changeSchema(shape);
  }

  private static void requireKept(StructField field, StructType wanted, DataContract contract) {
    boolean isKept =
        Arrays.stream(wanted.fields())
            .anyMatch(
                other ->
                    other.name().equals(field.name()) && other.dataType().equals(field.dataType()));
    if (!isKept) {
      throw PlatformException.of(
          new Problem(
              ErrorCode.CONTRACT_INVALID,
              contract.place(),
              "The stored column `"
                  + field.name()
                  + "` is missing in the contract or has another type.",
              "Rows already stored cannot be bent to the new contract.",
              "Restore the column, or run with --restate to compute the table again."));
    }
  }
}
