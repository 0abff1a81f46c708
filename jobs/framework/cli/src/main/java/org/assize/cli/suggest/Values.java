package org.assize.cli.suggest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.cli.profile.ColumnProfile;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.LogicalType;

/** The third look at a table: the values of columns of few, and whether others are unique. */
public final class Values {

  /** Values that a list of allowed ones may have. */
  static final int MOST = 12;

  private static final int ROWS_OF_EACH = 10;
  private static final double NEARLY_ALL = 0.9;

  private Values() {}

  /** Values and rows of the columns that have few; nobody restricted these columns. */
  public static Optional<String> few(DataContract contract, List<ColumnProfile> profiles) {
    List<String> names =
        profiles.stream()
            .filter(profile -> !profile.isRestricted())
            .filter(profile -> isCode(contract, profile.name()))
            .filter(p -> p.distinct().filter(n -> n > 1 && n <= MOST + 2).isPresent())
            .map(ColumnProfile::name)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String pairs =
        names.stream()
            .map(name -> "'" + name + "', CAST(`" + name + "` AS STRING)")
            .collect(Collectors.joining(", "));
    return Optional.of(
        "SELECT name, value, count(*) AS n FROM (SELECT stack("
            + names.size()
            + ", "
            + pairs
            + ") AS (name, value) FROM "
            + contract.name()
            + ") WHERE value IS NOT NULL GROUP BY name, value ORDER BY name, value");
  }

  private static boolean isCode(DataContract contract, String name) {
    LogicalType type = contract.column(name).map(Column::logicalType).orElse(LogicalType.OBJECT);
    return type == LogicalType.STRING || type == LogicalType.INTEGER;
  }

  /** The columns that are nearly all different and may be unique. */
  public static List<String> candidates(
      DataContract contract, List<ColumnProfile> profiles, long rows) {
    return profiles.stream()
        .filter(p -> isCode(contract, p.name()) && p.nulls() == 0)
        .filter(p -> p.distinct().filter(n -> n >= NEARLY_ALL * rows).isPresent())
        .map(ColumnProfile::name)
        .filter(name -> contract.column(name).filter(c -> !c.isKey() && !c.unique()).isPresent())
        .toList();
  }

  /** How many values each candidate has, exactly; one row. */
  public static Optional<String> distinct(DataContract contract, List<String> candidates) {
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            candidates.stream()
                .map(name -> "count(DISTINCT `" + name + "`)")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + contract.name())));
  }

  /** Whether the values may stand in a contract: few, and each in rows enough to be no accident. */
  static boolean areAllowed(Map<String, Long> values) {
    return values.size() > 1
        && values.size() <= MOST
        && values.values().stream().allMatch(rows -> rows >= ROWS_OF_EACH);
  }
}
