package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;
import scala.collection.JavaConverters;

/** The records of a raw frame as rows of a contract. */
public final class TypedFrame {

  private static final List<String> KEPT =
      List.of("_file", "_file_hash", "_locator", "_row_hash", "_ingested_at");
  private static final String PARSED = "_parsed";
  private static final Pattern OWN =
      Pattern.compile("_(file|file_hash|locator|position|row_hash|ingested_at|fault|unreadable.*)");

  private TypedFrame() {}

  /**
   * Parses the records of a source, new or out of its raw table. Only {@code _record}, {@code
   * _header} and {@code _placeholders} are parsed. The result has, in this order:
   *
   * <ul>
   *   <li>the contract's columns in their physical types
   *   <li>{@code _file}, {@code _file_hash}, {@code _locator} of the record; {@code _position int},
   *       the place of the row in the record from 0 on; {@code _row_hash}, {@code _ingested_at}
   *   <li>{@code _<placeholder> string} for each placeholder of the source
   *   <li>{@code _fault int}: 0, or a code of {@link Fault}; then the record is this one row, and
   *       the contract's columns are null
   *   <li>{@code _unreadable_<w> bigint}, as {@link org.assize.contract.rule.RuleSet} says
   * </ul>
   *
   * A path to rows is followed so: what must be an array and is one value counts as an array of
   * that value; null is absent; absent before or at the first {@code [*]} is a fault, after it no
   * row. A column's path that leads through anything but objects is unreadable.
   *
   * @throws org.assize.contract.problem.PlatformException CONTRACT_INVALID or UNSUPPORTED for types
   *     and paths that cannot be read from this source
   */
  public static Dataset<Row> of(Dataset<Row> raw, DataContract contract, SourceUse use) {
    RowLayout layout =
        new RowLayout(
            contract.columns().stream().map(column -> Target.of(column, use)).toList(),
            use.source().placeholders());
    RecordParser parser = RecordParsers.of(layout, contract, use);
    List<Column> columns = new ArrayList<>();
    KEPT.forEach(name -> columns.add(functions.col(name)));
    if (use.rows().isPresent()) {
      DataType rows = DataTypes.createArrayType(layout.schema(), false);
      columns.add(functions.inline(call(parser, "rows", rows)));
      Dataset<Row> parsed = raw.select(columns.toArray(Column[]::new));
      return parsed.select(named(layout, contract, ""));
    }
    columns.add(call(parser, "row", layout.schema()).as(PARSED));
    Dataset<Row> parsed = raw.select(columns.toArray(Column[]::new));
    return parsed.select(named(layout, contract, PARSED + "."));
  }

  /** Whether a typed frame has a column of that name whatever its contract says. */
  static boolean isOwn(String column) {
    return OWN.matcher(column).matches();
  }

  /** Not deterministic to Spark, so that it is computed once and not for each column. */
  private static Column call(RecordParser parser, String method, DataType type) {
    List<Expression> arguments =
        List.of(
            functions.col("_record").expr(),
            functions.col("_header").expr(),
            functions.col("_placeholders").expr());
    return new Column(
        new Invoke(
            new Literal(parser, new ObjectType(RecordParser.class)),
            method,
            type,
            JavaConverters.asScalaBuffer(arguments).toList(),
            JavaConverters.asScalaBuffer(List.<AbstractDataType>of()).toList(),
            false,
            false,
            false));
  }

  private static Column[] named(RowLayout layout, DataContract contract, String prefix) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < layout.columns().size(); i++) {
      columns.add(parsed(prefix, i, contract.columns().get(i).name()));
    }
    columns.add(functions.col("_file"));
    columns.add(functions.col("_file_hash"));
    columns.add(functions.col("_locator"));
    columns.add(parsed(prefix, layout.position(), "_position"));
    columns.add(functions.col("_row_hash"));
    columns.add(functions.col("_ingested_at"));
    for (int i = 0; i < layout.placeholders().size(); i++) {
      columns.add(parsed(prefix, layout.placeholder(i), "_" + layout.placeholders().get(i)));
    }
    columns.add(parsed(prefix, layout.fault(), "_fault"));
    for (int word = 0; word < layout.words(); word++) {
      columns.add(parsed(prefix, layout.unreadable(word), "_unreadable_" + word));
    }
    return columns.toArray(Column[]::new);
  }

  private static Column parsed(String prefix, int place, String name) {
    return functions.col(prefix + "c" + place).as(name);
  }
}
