package org.assize.spark.transform;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;

/** Brings a result to the columns of its contract, or says every way in which it differs. */
final class ContractColumns {

  private ContractColumns() {}

  static Dataset<Row> of(Dataset<Row> result, DataContract contract) {
    List<Problem> problems = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (org.assize.contract.Column column : contract.columns()) {
      DataType wanted = DataType.fromDDL(column.physicalType());
      DataType given = null;
      for (StructField field : result.schema().fields()) {
        given = field.name().equals(column.name()) ? field.dataType() : given;
      }
      if (given == null || !DataType.equalsIgnoreNullability(wanted, given)) {
        problems.add(
            new Problem(
                ErrorCode.SCHEMA_MISMATCH,
                column.place(),
                "The transform's result "
                    + (given == null
                        ? "lacks"
                        : "has as " + given.sql().toLowerCase(java.util.Locale.ROOT))
                    + " the column `"
                    + column.name()
                    + "`, promised as "
                    + column.physicalType()
                    + ".",
                "",
                "Change the transform or the contract."));
      } else {
        columns.add(result.col("`" + column.name() + "`"));
      }
    }
    if (!problems.isEmpty()) {
      throw new PlatformException(problems);
    }
    return result.select(columns.toArray(new Column[0]));
  }
}
