package org.assize.contract.reader;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.contract.type.SparkType;
import org.assize.contract.type.SparkType.Array;
import org.assize.contract.type.SparkType.Field;
import org.assize.contract.type.SparkType.Plain;
import org.assize.contract.type.SparkType.Struct;
import org.assize.contract.type.UnreadableType;
import org.assize.contract.yaml.Mapping;

/** How columns are stored. */
final class PhysicalTypes {

  private final Problems problems;

  PhysicalTypes(Problems problems) {
    this.problems = problems;
  }

  /** The written type where it fits the logical one; otherwise what the logical type implies. */
  String of(Mapping written, LogicalType logical, List<Column> properties, Optional<Column> items) {
    String implied = implied(logical, properties, items);
    Optional<String> text = written.text("physicalType");
    if (text.isEmpty()) {
      return implied;
    }
    try {
      SparkType type = SparkType.parse(text.get());
      if (fits(type, logical, implied)) {
        return type.toString();
      }
      invalid(
          written,
          "A column of logical type "
              + Words.word(logical)
              + " cannot be stored as `"
              + type
              + "`.",
          nested(logical) ? "Leave physicalType out: it is `" + implied + "`." : "");
    } catch (UnreadableType unreadable) {
      invalid(
          written,
          "`physicalType: " + text.get() + "` is no type of a table.",
          unreadable.getMessage() + ".");
    }
    return implied;
  }

  private void invalid(Mapping written, String problem, String rest) {
    problems.add(ErrorCode.CONTRACT_INVALID, written.placeOf("physicalType"), problem, "", rest);
  }

  private static String implied(
      LogicalType logical, List<Column> properties, Optional<Column> items) {
    return switch (logical) {
      case OBJECT ->
          properties.isEmpty()
              ? Plain.STRING.toString()
              : new Struct(
                      properties.stream()
                          .map(p -> new Field(p.name(), SparkType.parse(p.physicalType())))
                          .toList())
                  .toString();
      case ARRAY ->
          new Array(items.map(i -> SparkType.parse(i.physicalType())).orElse(Plain.STRING))
              .toString();
      default -> logical.physicalDefault();
    };
  }

  private static boolean nested(LogicalType logical) {
    return logical == LogicalType.OBJECT || logical == LogicalType.ARRAY;
  }

  private static boolean fits(SparkType type, LogicalType logical, String implied) {
    return switch (logical) {
      case STRING, TIME -> type == Plain.STRING;
      case DATE -> type == Plain.DATE;
      case TIMESTAMP -> type == Plain.TIMESTAMP;
      case BOOLEAN -> type == Plain.BOOLEAN;
      case INTEGER ->
          type.isWhole() || (type instanceof SparkType.Decimal decimal && decimal.scale() == 0);
      case NUMBER -> type.isNumber();
      case OBJECT, ARRAY -> type.toString().equals(implied);
    };
  }
}
