package org.assize.cli.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.cli.quality.Disclosure;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.LogicalType;
import org.jspecify.annotations.Nullable;

/** The two queries that profile a table, and what their answers mean. */
public final class TableQueries {

  private static final Set<LogicalType> ORDERED =
      Set.of(LogicalType.INTEGER, LogicalType.NUMBER, LogicalType.DATE, LogicalType.TIMESTAMP);
  private static final Set<LogicalType> NESTED = Set.of(LogicalType.OBJECT, LogicalType.ARRAY);
  private static final int FIGURES = 6;

  private final DataContract contract;
  private final Set<String> restricted;

  /** The queries of a table with this contract. */
  public TableQueries(DataContract contract) {
    this.contract = contract;
    this.restricted = Disclosure.restrictedColumns(contract);
  }

  /** One row: the number of rows, then the figures of each column. */
  public String figures() {
    List<String> all = new ArrayList<>(List.of("count(*)"));
    for (Column column : contract.columns()) {
      String name = quoted(column);
      boolean ordered = ORDERED.contains(column.logicalType()) && !isRestricted(column);
      boolean text = column.logicalType() == LogicalType.STRING;
      boolean nested = NESTED.contains(column.logicalType());
      all.add("count(" + name + ")");
      all.add(nested ? "NULL" : "approx_count_distinct(" + name + ")");
      all.add(ordered ? "CAST(min(" + name + ") AS STRING)" : "NULL");
      all.add(ordered ? "CAST(max(" + name + ") AS STRING)" : "NULL");
      all.add(text ? "min(length(" + name + "))" : "NULL");
      all.add(text ? "max(length(" + name + "))" : "NULL");
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      named.add(all.get(i) + " AS f" + i);
    }
    return "SELECT " + String.join(", ", named) + " FROM " + contract.name();
  }

  /** The most frequent shapes of each text column; empty where there is no such column. */
  public Optional<String> shapes() {
    List<Column> texts =
        contract.columns().stream()
            .filter(column -> column.logicalType() == LogicalType.STRING)
            .toList();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    String pairs =
        texts.stream()
            .map(column -> "'" + column.name() + "', " + Shape.sql(quoted(column)))
            .collect(Collectors.joining(", "));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "SELECT name, shape, n FROM (SELECT name, shape, n, row_number() OVER (PARTITION BY"
                + " name ORDER BY n DESC, shape) AS place FROM (SELECT name, shape, count(*) AS n"
                + " FROM (SELECT stack(%d, %s) AS (name, shape) FROM %s) WHERE shape IS NOT NULL"
                + " GROUP BY name, shape)) WHERE place <= %d ORDER BY name, place",
            texts.size(),
            pairs,
            contract.name(),
            Shape.MOST));
  }

  /** The profile of each column, out of the answers to both queries. */
  public List<ColumnProfile> profiles(
      List<@Nullable Object> figures, Map<String, List<Shape>> shapes) {
    long rows = number(figures.get(0)).orElse(0L);
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < contract.columns().size(); i++) {
      Column column = contract.columns().get(i);
      long filled = number(figures.get(1 + i * FIGURES)).orElse(0L);
      List<@Nullable Object> own = figures.subList(1 + i * FIGURES, 1 + (i + 1) * FIGURES);
      profiles.add(
          new ColumnProfile(
              column.name(),
              column.physicalType(),
              isRestricted(column),
              rows - filled,
              // An estimate may exceed the number of values.
              number(own.get(1)).map(about -> Math.min(about, filled)),
              text(own.get(2)),
              text(own.get(3)),
              number(own.get(4)),
              number(own.get(5)),
              shapes.getOrDefault(column.name(), List.of())));
    }
    return profiles;
  }

  private boolean isRestricted(Column column) {
    return restricted.contains(column.name());
  }

  private static String quoted(Column column) {
    return "`" + column.name() + "`";
  }

  private static Optional<Long> number(@Nullable Object value) {
    return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }
}
