package org.assize.testkit;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Frames written as text, and their comparison as multisets of rows. */
public final class Rows {

  private Rows() {}

  /**
   * A frame of typed rows.
   *
   * @param ddlSchema for example {@code "id bigint, seen_at timestamp"}
   * @param csvLines one row each; a field may stand in single quotes; an empty field without quotes
   *     is null; arrays, maps and structs are written as JSON
   * @throws IllegalArgumentException when a line has the wrong number of fields or a field cannot
   *     be read as its type
   */
  public static Dataset<Row> frame(SparkSession spark, String ddlSchema, String... csvLines) {
    StructType schema = StructType.fromDDL(ddlSchema);
    List<Row> texts = Stream.of(csvLines).map(line -> texts(line, schema)).toList();
    var asText = new StructType();
    for (String name : schema.fieldNames()) {
      asText = asText.add(name, DataTypes.StringType);
    }
    List<Row> typed =
        spark
            .createDataFrame(texts, asText)
            .select(Stream.of(schema.fields()).map(Rows::typed).toArray(Column[]::new))
            .collectAsList();
    for (int row = 0; row < typed.size(); row++) {
      for (int field = 0; field < schema.size(); field++) {
        if (typed.get(row).isNullAt(field) && !texts.get(row).isNullAt(field)) {
          throw new IllegalArgumentException(
              "Not a " + schema.apply(field).dataType().sql() + ": " + texts.get(row).get(field));
        }
      }
    }
    return spark.createDataFrame(typed, schema);
  }

  /**
   * How often each row occurs, whatever the order of rows.
   *
   * @param columns the columns to look at, in this order; none means all as they stand
   */
  public static Map<List<@Nullable Object>, Long> multiset(Dataset<Row> frame, String... columns) {
    String[] names = columns.length == 0 ? frame.columns() : columns;
    Column[] chosen = Stream.of(names).map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Map<List<@Nullable Object>, Long> counts = new LinkedHashMap<>();
    for (Row row : frame.select(chosen).collectAsList()) {
      counts.merge(values(row), 1L, Long::sum);
    }
    return counts;
  }

  /**
   * Fails unless both frames hold the same rows equally often, column by name, in any order.
   *
   * @throws AssertionError telling how many rows differ, and the first of them
   */
  public static void assertSameRows(Dataset<Row> actual, Dataset<Row> expected) {
    String actualColumns = describe(actual.schema());
    String expectedColumns = describe(expected.schema());
    if (!actualColumns.equals(expectedColumns)) {
      throw new AssertionError(
          "The columns differ.\n  actual:   " + actualColumns + "\n  expected: " + expectedColumns);
    }
    Map<List<@Nullable Object>, Long> surplus = multiset(actual, expected.columns());
    multiset(expected).forEach((row, count) -> surplus.merge(row, -count, Long::sum));
    surplus.values().removeIf(count -> count == 0);
    if (!surplus.isEmpty()) {
      long unexpected = surplus.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
      long missing = -surplus.values().stream().filter(n -> n < 0).mapToLong(n -> n).sum();
      throw new AssertionError(
          "%d rows are unexpected and %d are missing, as %s:%s"
              .formatted(
                  unexpected,
                  missing,
                  String.join(",", expected.columns()),
                  surplus.entrySet().stream().limit(20).map(Rows::line).collect(joining())));
    }
  }

  private static String line(Map.Entry<List<@Nullable Object>, Long> difference) {
    String side = difference.getValue() > 0 ? "unexpected" : "missing";
    return "\n  %s %dx %s".formatted(side, Math.abs(difference.getValue()), difference.getKey());
  }

  private static String describe(StructType schema) {
    return Stream.of(schema.fields())
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .sorted()
        .collect(joining(", "));
  }

  private static Column typed(StructField field) {
    Column text = col("`" + field.name() + "`");
    boolean nested =
        field.dataType() instanceof StructType
            || field.dataType() instanceof ArrayType
            || field.dataType() instanceof MapType;
    Column value =
        nested ? from_json(text, field.dataType(), Map.of()) : text.cast(field.dataType());
    return value.as(field.name());
  }

  private static Row texts(String line, StructType schema) {
    List<@Nullable String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean inQuotes = false;
    boolean quoted = false;
    for (char symbol : (line + ",").toCharArray()) {
      if (symbol == '\'') {
        inQuotes = !inQuotes;
        quoted = true;
      } else if (symbol == ',' && !inQuotes) {
        fields.add(field.isEmpty() && !quoted ? null : field.toString());
        field.setLength(0);
        quoted = false;
      } else {
        field.append(symbol);
      }
    }
    if (fields.size() != schema.size()) {
      throw new IllegalArgumentException(
          "%d fields where %d columns are declared: %s"
              .formatted(fields.size(), schema.size(), line));
    }
    return RowFactory.create(fields.toArray());
  }

  private static List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      values.add(comparable(row.get(i)));
    }
    return Collections.unmodifiableList(values);
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof byte[] bytes ? "0x" + HexFormat.of().formatHex(bytes) : value;
  }
}
