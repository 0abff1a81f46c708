package org.assize.spark.typing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Column;
import org.assize.contract.SourceUse;

/**
 * A value to be read: a column, a field of a struct or the element of an array.
 *
 * @param sources names or paths to read, the first present wins
 * @param parts fields of a struct, in order, or the one element of an array
 */
record Target(String name, DataType type, List<String> sources, List<Target> parts)
    implements Serializable {

  /** The type is the column's physical one; its properties and items add where to read parts. */
  static Target of(Column column, SourceUse use) {
    List<String> sources =
        Optional.ofNullable(use.columns().get(column.name()))
            .map(List::of)
            .orElseGet(() -> sources(column));
    return of(column, sources, DataType.fromDDL(column.physicalType()));
  }

  private static Target of(Column column, List<String> sources, DataType type) {
    return new Target(column.name(), type, sources, parts(Optional.of(column), type));
  }

  private static List<Target> parts(Optional<Column> column, DataType type) {
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).map(field -> field(column, field)).toList();
    }
    if (type instanceof ArrayType array) {
      Optional<Column> items = column.flatMap(Column::items);
      DataType element = array.elementType();
      return List.of(new Target("element", element, List.of(), parts(items, element)));
    }
    return List.of();
  }

  private static Target field(Optional<Column> column, StructField field) {
    Optional<Column> property =
        column.stream()
            .flatMap(parent -> parent.properties().stream())
            .filter(candidate -> candidate.name().equals(field.name()))
            .findFirst();
    List<String> sources = property.map(Target::sources).orElse(List.of(field.name()));
    return new Target(field.name(), field.dataType(), sources, parts(property, field.dataType()));
  }

  private static List<String> sources(Column column) {
    return column.sourceNames().isEmpty() ? List.of(column.name()) : column.sourceNames();
  }
}
