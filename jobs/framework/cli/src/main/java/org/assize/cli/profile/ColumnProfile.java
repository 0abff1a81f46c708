package org.assize.cli.profile;

import java.util.List;
import java.util.Optional;

/**
 * What one column holds.
 *
 * @param type Spark SQL type of a table's column, or what a file's texts seem to be
 * @param distinct number of different values, about; empty for nested columns
 * @param least smallest number, date or time; empty where it must not be shown
 * @param shortest length of the shortest text; empty for other types
 * @param shapes the most frequent ones, of texts only
 */
public record ColumnProfile(
    String name,
    String type,
    boolean isRestricted,
    long nulls,
    Optional<Long> distinct,
    Optional<String> least,
    Optional<String> greatest,
    Optional<Long> shortest,
    Optional<Long> longest,
    List<Shape> shapes) {

  public ColumnProfile {
    shapes = List.copyOf(shapes);
  }
}
