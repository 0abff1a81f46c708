package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.TypeOptions;
import org.assize.contract.problem.Problems;
import org.assize.contract.standard.ColumnStandards;
import org.assize.contract.yaml.Mapping;

/** Columns out of {@code properties}, those nested in others included. */
final class ColumnMapper {

  private static final String ELEMENT = "element";
  private final Problems problems;
  private final PhysicalTypes types;
  private int keys;

  ColumnMapper(Problems problems) {
    this.problems = problems;
    this.types = new PhysicalTypes(problems);
  }

  /** The columns of a table; of two with one name the first. */
  List<Column> columns(Mapping table) {
    return columns(table, "");
  }

  /**
   * Columns, or fields of a column.
   *
   * @param path what stands before their names in the ids of rules
   */
  private List<Column> columns(Mapping table, String path) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mapping written : table.mappings("properties")) {
      written
          .text("name")
          .filter(name -> seen.add(name.toLowerCase(Locale.ROOT)))
          .ifPresent(name -> columns.add(column(name, path + name, written)));
    }
    return columns;
  }

  private Column column(String name, String path, Mapping written) {
    LogicalType logical =
        written
            .text("logicalType")
            .flatMap(word -> Words.find(LogicalType.class, word))
            .orElse(LogicalType.STRING);
    List<Column> properties =
        logical == LogicalType.OBJECT
            ? columns(written, path + "__").stream()
                .filter(c -> ColumnLint.canNameField(c.name()))
                .toList()
            : List.of();
    Optional<Column> items =
        logical == LogicalType.ARRAY
            ? written.mapping("items").map(e -> column(ELEMENT, path + "__" + ELEMENT, e))
            : Optional.empty();
    return new Column(
        name,
        written.placeOf("name"),
        logical,
        types.of(written, logical, properties, items),
        written.isTrue("required") || written.isTrue("primaryKey"),
        keyPosition(written),
        written.isTrue("unique"),
        written.isTrue("criticalDataElement"),
        written.text("description").orElse(""),
        written.text("classification"),
        StandardColumns.reference(written).filter(url -> !url.equals(ColumnStandards.NONE)),
        written.texts("transformSourceObjects"),
        options(written.mapping("logicalTypeOptions")),
        new QualityMapper(problems).rules(written, Optional.of(path)),
        new RelationshipMapper(problems).ofColumn(written),
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
}
