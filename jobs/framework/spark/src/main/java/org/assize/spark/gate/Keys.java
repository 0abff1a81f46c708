package org.assize.spark.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.rule.DatasetRule;

/**
 * The keys of the rows that a rule is about, counted in one pass. A key of nothing but NULL is
 * none; beside a value, NULL is one more value. So Deequ's Uniqueness has it.
 *
 * @param rows rows that have a key
 * @param distinct different keys
 */
record Keys(long rows, long distinct) {

  static Keys of(DatasetRule rule, Dataset<Row> candidate) {
    Column[] key =
        rule.spec().columns().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Row counted =
        having(rule, candidate)
            .groupBy(key)
            .agg(count(lit(1)).as("_rows"))
            .agg(sum("_rows"), count(lit(1)))
            .head();
    return new Keys(counted.isNullAt(0) ? 0 : counted.getLong(0), counted.getLong(1));
  }

  /** The rows that have a key, and that the rule is about. */
  static Dataset<Row> having(DatasetRule rule, Dataset<Row> rows) {
    Column isKey = lit(false);
    for (String name : rule.spec().columns()) {
      isKey = isKey.or(col("`" + name + "`").isNotNull());
    }
    return rule.terms().where().map(rows::where).orElse(rows).where(isKey);
  }

  /** Rows beyond the first of each key. */
  long repeats() {
    return rows - distinct;
  }
}
