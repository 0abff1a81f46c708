package org.assize.contract.rule;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assize.contract.Column;
import org.assize.contract.type.SparkType;

/**
 * What a rule of one column speaks about: the column itself, a field in it, or each of its
 * elements.
 *
 * @param id first part of the ids of its rules
 * @param value SQL of the value
 * @param owner SQL of the struct that holds it, for a field
 * @param lift turns a predicate over the value into one over the row
 * @param top the table's column
 */
record Subject(
    Column column,
    String id,
    String value,
    Optional<String> owner,
    UnaryOperator<String> lift,
    String top,
    int depth) {

  static Subject of(Column column) {
    return new Subject(
        column,
        column.name(),
        Sql.name(column.name()),
        Optional.empty(),
        UnaryOperator.identity(),
        column.name(),
        0);
  }

  /** A field of this struct. */
  Subject field(Column field) {
    return new Subject(
        field,
        id + "__" + field.name(),
        value + "." + Sql.name(field.name()),
        Optional.of(value),
        lift,
        top,
        depth);
  }

  /** Each element of this array. */
  Subject element(Column element) {
    String each = "_e" + (depth + 1);
    return new Subject(
        element,
        id + "__" + element.name(),
        each,
        Optional.empty(),
        inner -> lift.apply(Sql.orTrue("forall(" + value + ", " + each + " -> " + inner + ")")),
        top,
        depth + 1);
  }

  /** The type as it is stored. */
  SparkType type() {
    return SparkType.parse(column.physicalType());
  }

  /** TRUE where the value is there, or what would hold it is not. */
  String present() {
    String there = value + " IS NOT NULL";
    return owner.map(struct -> "(" + struct + " IS NULL OR " + there + ")").orElse(there);
  }
}
