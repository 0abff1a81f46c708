package org.assize.cli.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.LogicalType;
import org.assize.contract.type.SparkType;
import org.assize.contract.type.SparkType.Array;
import org.assize.contract.type.SparkType.Decimal;
import org.assize.contract.type.SparkType.Plain;
import org.assize.contract.type.SparkType.Struct;

/** Drafts the contract of a derived table from what its query yields. */
public final class QueryDrafter {

  private static final String ASKS_FOR_INTERVALS = ":interval_start";

  private final String domain;
  private final String table;

  /** A drafter for one table. */
  public QueryDrafter(String domain, String table) {
    this.domain = domain;
    this.table = table;
  }

  /**
   * Drafts a contract that promises just what a query yields.
   *
   * @throws org.assize.contract.type.UnreadableType for a column of a type that no table may have
   */
  public Draft fromQuery(String sql, List<QueryColumn> yielded) {
    List<DraftColumn> columns =
        yielded.stream()
            .map(
                each ->
                    of(each.name(), SparkType.parse(each.type()), each.grouped(), !each.nullable()))
            .toList();
    List<String> remarks = new ArrayList<>();
    for (QueryColumn column : yielded) {
      if (column.grouped() && column.nullable()) {
        remarks.add("`" + column.name() + "` is a key and may be NULL: coalesce it in the query.");
      }
    }
    Optional<String> time = sql.contains(ASKS_FOR_INTERVALS) ? time(columns) : Optional.empty();
    List<String> custom =
        List.of(
            "layer: published",
            "load: " + time.map(QueryDrafter::byInterval).orElse("{mode: replace}"));
    List<String> keys = columns.stream().filter(DraftColumn::key).map(DraftColumn::name).toList();
    return new Draft(
        ContractText.of(domain, table, columns, custom),
        columns.size(),
        keys.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", keys)),
        List.of(),
        columns.size() + 1,
        Optional.empty(),
        remarks);
  }

  private static String byInterval(String column) {
    return "{mode: replaceInterval, interval: {column: " + column + ", grain: day}}";
  }

  private static Optional<String> time(List<DraftColumn> columns) {
    return columns.stream()
        .filter(c -> c.type() == LogicalType.DATE || c.type() == LogicalType.TIMESTAMP)
        .map(DraftColumn::name)
        .findFirst();
  }

  private static DraftColumn of(String name, SparkType type, boolean key, boolean required) {
    LogicalType logical = logical(type);
    boolean nested = type instanceof Struct || type instanceof Array;
    boolean usual = nested || logical.physicalDefault().equals(type.toString());
    List<DraftColumn> properties =
        type instanceof Struct struct
            ? struct.fields().stream().map(f -> of(f.name(), f.type(), false, false)).toList()
            : List.of();
    Optional<DraftColumn> items =
        type instanceof Array array
            ? Optional.of(of("element", array.element(), false, false))
            : Optional.empty();
    boolean restricted = !nested && Names.isPersonal(name);
    return new DraftColumn(
        name,
        Optional.empty(),
        logical,
        usual ? Optional.empty() : Optional.of(type.toString()),
        key,
        key || required,
        restricted,
        Optional.empty(),
        properties,
        items);
  }

  private static LogicalType logical(SparkType type) {
    if (type instanceof Struct) {
      return LogicalType.OBJECT;
    }
    if (type instanceof Array) {
      return LogicalType.ARRAY;
    }
    if (type instanceof Decimal decimal) {
      return decimal.scale() == 0 ? LogicalType.INTEGER : LogicalType.NUMBER;
    }
    return switch ((Plain) type) {
      case STRING, BINARY -> LogicalType.STRING;
      case BOOLEAN -> LogicalType.BOOLEAN;
      case TINYINT, SMALLINT, INT, BIGINT -> LogicalType.INTEGER;
      case FLOAT, DOUBLE -> LogicalType.NUMBER;
      case DATE -> LogicalType.DATE;
      case TIMESTAMP -> LogicalType.TIMESTAMP;
    };
  }
}
