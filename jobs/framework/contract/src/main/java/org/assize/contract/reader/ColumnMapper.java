package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.QualityRule;
import org.assize.contract.Relationship;
import org.assize.contract.TypeOptions;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.contract.type.SparkType;
import org.assize.contract.type.SparkType.Array;
import org.assize.contract.type.SparkType.Field;
import org.assize.contract.type.SparkType.Plain;
import org.assize.contract.type.SparkType.Struct;
import org.assize.contract.type.UnreadableType;
import org.assize.contract.yaml.Mapping;

/** Columns out of {@code properties}, those nested in others included. */
final class ColumnMapper {

  private static final String ELEMENT = "element";

  private final Problems problems;
  private int keys;

  ColumnMapper(Problems problems) {
    this.problems = problems;
  }

  /** The columns of a table; of two with one name the first. */
  List<Column> columns(Mapping table) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mapping written : table.mappings("properties")) {
      written
          .text("name")
          .filter(name -> seen.add(name.toLowerCase(Locale.ROOT)))
          .ifPresent(name -> columns.add(column(name, written)));
    }
    return columns;
  }

  private Column column(String name, Mapping written) {
    LogicalType logical =
        written
            .text("logicalType")
            .flatMap(word -> Words.find(LogicalType.class, word))
            .orElse(LogicalType.STRING);
    List<Column> properties =
        logical == LogicalType.OBJECT
            ? columns(written).stream().filter(c -> ColumnLint.canNameField(c.name())).toList()
            : List.of();
    Optional<Column> items =
        logical == LogicalType.ARRAY
            ? written.mapping("items").map(element -> column(ELEMENT, element))
            : Optional.empty();
    return new Column(
        name,
        written.placeOf("name"),
        logical,
        physicalType(written, logical, properties, items),
        written.isTrue("required") || written.isTrue("primaryKey"),
        keyPosition(written),
        written.isTrue("unique"),
        written.text("description").orElse(""),
        written.text("classification"),
        written.texts("transformSourceObjects"),
        options(written.mapping("logicalTypeOptions")),
        quality(written, name),
        relationships(written),
        properties,
        items);
  }

  private Optional<Integer> keyPosition(Mapping written) {
    if (!written.isTrue("primaryKey")) {
      return Optional.empty();
    }
    keys++;
    return written.integer("primaryKeyPosition").or(() -> Optional.of(keys));
  }

  private List<QualityRule> quality(Mapping written, String name) {
    return new QualityMapper(problems).rules(written, Optional.of(name));
  }

  /** The written type where it fits the logical one; otherwise what the logical type implies. */
  private String physicalType(
      Mapping written, LogicalType logical, List<Column> properties, Optional<Column> items) {
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

  private static TypeOptions options(Optional<Mapping> written) {
    if (written.isEmpty()) {
      return TypeOptions.NONE;
    }
    Mapping options = written.get();
    return new TypeOptions(
        options.text("minimum"),
        options.text("maximum"),
        options.text("exclusiveMinimum"),
        options.text("exclusiveMaximum"),
        options.text("multipleOf"),
        options.integer("minLength"),
        options.integer("maxLength"),
        options.text("pattern"),
        options.text("format"));
  }

  private List<Relationship> relationships(Mapping written) {
    for (Mapping relationship : written.mappings("relationships")) {
      problems.add(
          ErrorCode.UNSUPPORTED,
          relationship.place(),
          "Relationships are not checked yet.",
          "A promise that nobody checks would mislead.",
          "Remove it, or say it in the description.");
    }
    return List.of();
  }
}
