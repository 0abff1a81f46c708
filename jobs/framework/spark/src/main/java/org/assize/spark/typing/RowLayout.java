package org.assize.spark.typing;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.assize.contract.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * The row that a parser gives: the contract's columns, the placeholders, {@code _position}, {@code
 * _fault} and the words of {@code _unreadable}. Fields are named by their place, so that no name of
 * a contract can clash.
 */
record RowLayout(List<Target> columns, List<String> placeholders) implements Serializable {

  StructType schema() {
    var schema = new StructType();
    for (Target column : columns) {
      schema = schema.add("c" + schema.length(), column.type());
    }
    for (int i = 0; i < placeholders.size(); i++) {
      schema = schema.add("c" + schema.length(), DataTypes.StringType);
    }
    schema = schema.add("c" + schema.length(), DataTypes.IntegerType, false);
    schema = schema.add("c" + schema.length(), DataTypes.IntegerType, false);
    for (int i = 0; i < words(); i++) {
      schema = schema.add("c" + schema.length(), DataTypes.LongType, false);
    }
    return schema;
  }

  int placeholder(int index) {
    return columns.size() + index;
  }

  int position() {
    return columns.size() + placeholders.size();
  }

  int fault() {
    return position() + 1;
  }

  int unreadable(int word) {
    return fault() + 1 + word;
  }

  int words() {
    return Math.max(1, (columns.size() + RuleSet.BITS - 1) / RuleSet.BITS);
  }

  int length() {
    return unreadable(words());
  }

  /** Fills what is not a column's own. */
  void begin(
      InternalRow row, @Nullable UTF8String[] placeholderValues, int position, int faultCode) {
    for (int i = 0; i < placeholderValues.length; i++) {
      row.update(placeholder(i), placeholderValues[i]);
    }
    row.setInt(position(), position);
    row.setInt(fault(), faultCode);
    for (int word = 0; word < words(); word++) {
      row.setLong(unreadable(word), 0);
    }
  }

  /** Makes a row one of a record that gave no values. */
  InternalRow fail(InternalRow row, @Nullable UTF8String[] placeholderValues, Fault fault) {
    for (int i = 0; i < columns.size(); i++) {
      row.setNullAt(i);
    }
    begin(row, placeholderValues, 0, fault.code());
    return row;
  }

  /** Notes that a column's text was there and could not be read. */
  void markUnreadable(InternalRow row, int column) {
    int word = unreadable(column / RuleSet.BITS);
    row.setLong(word, row.getLong(word) | 1L << (column % RuleSet.BITS));
  }
}
