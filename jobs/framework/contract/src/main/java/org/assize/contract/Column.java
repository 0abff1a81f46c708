package org.assize.contract;

import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Place;

/**
 * One column of a contract.
 *
 * @param name column name; for {@code items} of an array, {@code element}
 * @param physicalType Spark SQL type, nested ones spelt out ({@code
 *     array<struct<label:string,value:string>>})
 * @param required no row may have a null here; implied by {@code primaryKey}
 * @param primaryKeyPosition one-based place in the key, empty when not part of it
 * @param sourceNames ODCS {@code transformSourceObjects}: the names or JSON paths to read, the
 *     first present wins; empty means the column's own name
 * @param critical ODCS {@code criticalDataElement}: counts more in scores
 * @param classification ODCS classification, for example {@code restricted}
 * @param standard name of the column standard that it follows
 * @param properties fields, when {@code logicalType} is {@code OBJECT}
 * @param items the element, when {@code logicalType} is {@code ARRAY}
 */
public record Column(
    String name,
    Place place,
    LogicalType logicalType,
    String physicalType,
    boolean required,
    Optional<Integer> primaryKeyPosition,
    boolean unique,
    boolean critical,
    String description,
    Optional<String> classification,
    Optional<String> standard,
    List<String> sourceNames,
    TypeOptions options,
    List<QualityRule> quality,
    List<Relationship> relationships,
    List<Column> properties,
    Optional<Column> items) {

  public Column {
    sourceNames = List.copyOf(sourceNames);
    quality = List.copyOf(quality);
    relationships = List.copyOf(relationships);
    properties = List.copyOf(properties);
  }

  /** Whether it, or a part of it, is classified as anything but public: nobody may just show it. */
  public boolean isClassified() {
    return classification.filter(word -> !word.equals("public")).isPresent()
        || properties.stream().anyMatch(Column::isClassified)
        || items.filter(Column::isClassified).isPresent();
  }

  /** Whether the column is part of the primary key. */
  public boolean isKey() {
    return primaryKeyPosition.isPresent();
  }
}
