package org.assize.cli.draft;

import java.util.List;
import java.util.Optional;
import org.assize.contract.LogicalType;

/**
 * A column as first drafted.
 *
 * @param source name in the file; empty for a column of a query
 * @param standard column standard that its values follow
 * @param properties members of an object
 * @param items the element of an array
 */
record DraftColumn(
    String name,
    Optional<String> source,
    LogicalType type,
    Optional<String> physicalType,
    boolean key,
    boolean required,
    boolean restricted,
    Optional<String> standard,
    List<DraftColumn> properties,
    Optional<DraftColumn> items) {

  DraftColumn {
    properties = List.copyOf(properties);
  }

  DraftColumn asKey() {
    return new DraftColumn(
        name, source, type, physicalType, true, true, restricted, standard, properties, items);
  }
}
