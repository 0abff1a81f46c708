package org.assize.spark.testcase;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.CaseRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows that must be there beside those that are, as multisets, in the texts that stand for them.
 */
final class Comparison {

  private static final int MOST_LINES = 10;

  private final CaseRows file;
  private final List<String> key;
  private final List<List<@Nullable String>> expected;
  private final List<Integer> missing = new ArrayList<>();
  private final List<List<@Nullable String>> unexpected = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param expected the rows of the file, in its columns and in its order
   * @param key columns by which a missing row is told from a changed one; may be empty
   */
  Comparison(CaseRows file, Dataset<Row> expected, List<String> key) {
    this.file = file;
    this.expected = texts(expected);
    this.key = file.columns().containsAll(key) ? key : List.of();
  }

  /** What differs; {@code of} begins the sentence. */
  Optional<Difference> with(Dataset<Row> actual, String of, boolean isOfSplit) {
    missing.clear();
    unexpected.clear();
    Map<List<@Nullable String>, Integer> open = new LinkedHashMap<>();
    texts(actual.select(columns())).forEach(row -> open.merge(row, 1, Integer::sum));
    for (int i = 0; i < expected.size(); i++) {
      Integer left = open.get(expected.get(i));
      if (left == null) {
        missing.add(i);
      } else if (left == 1) {
        open.remove(expected.get(i));
      } else {
        open.put(expected.get(i), left - 1);
      }
    }
    open.forEach((row, count) -> unexpected.addAll(Collections.nCopies(count, row)));
    if (missing.isEmpty() && unexpected.isEmpty()) {
      return Optional.empty();
    }
    String what =
        of + ": " + rows(missing.size(), "missing") + ", " + rows(unexpected.size(), "unexpected");
    return Optional.of(
        new Difference(isOfSplit, what + ".", missing.size(), unexpected.size(), lines()));
  }

  private Column[] columns() {
    return file.columns().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
  }

  private static String rows(int count, String what) {
    return count + (count == 1 ? " row " : " rows ") + what;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<List<@Nullable String>> others = new ArrayList<>(unexpected);
    for (int i : missing) {
      List<@Nullable String> wanted = expected.get(i);
      String place = file.file() + ":" + file.rows().get(i).line();
      Optional<List<@Nullable String>> changed =
          others.stream().filter(row -> isSameKey(row, wanted)).findFirst();
      changed.ifPresent(others::remove);
      lines.add(
          changed
              .map(row -> "changed     " + place + "  " + changes(wanted, row))
              .orElseGet(() -> "missing     " + place + "  " + words(wanted)));
    }
    others.forEach(row -> lines.add("unexpected  " + words(row)));
    int left = lines.size() - MOST_LINES;
    if (left <= 0) {
      return lines;
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
    first.add("and " + left + " more");
    return first;
  }

  private boolean isSameKey(List<@Nullable String> row, List<@Nullable String> other) {
    return !key.isEmpty()
        && key.stream()
            .mapToInt(file.columns()::indexOf)
            .allMatch(i -> String.valueOf(row.get(i)).equals(String.valueOf(other.get(i))));
  }

  private String changes(List<@Nullable String> wanted, List<@Nullable String> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String name = file.columns().get(i);
      if (key.contains(name)) {
        words.add(name + "=" + value(row.get(i)));
      } else if (!String.valueOf(wanted.get(i)).equals(String.valueOf(row.get(i)))) {
        words.add(name + " is " + value(row.get(i)) + ", not " + value(wanted.get(i)));
      }
    }
    return String.join(", ", words);
  }

  private String words(List<@Nullable String> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      words.add(file.columns().get(i) + "=" + value(row.get(i)));
    }
    return String.join(", ", words);
  }

  private static String value(@Nullable String text) {
    return text == null ? "NULL" : text.isEmpty() || text.contains(",") ? "\"" + text + "\"" : text;
  }

  private static List<List<@Nullable String>> texts(Dataset<Row> frame) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : frame.schema().fields()) {
      columns.add(text(col("`" + field.name() + "`"), field.dataType()).as(field.name()));
    }
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Row row : frame.select(columns.toArray(Column[]::new)).collectAsList()) {
      List<@Nullable String> texts = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        texts.add(row.getString(i));
      }
      rows.add(texts);
    }
    return rows;
  }

  private static Column text(Column value, DataType type) {
    if (type instanceof StructType || type instanceof ArrayType) {
      return to_json(value, Map.of("ignoreNullFields", "false"));
    }
    Column text = value.cast("string");
    return type instanceof TimestampType ? concat(translate(text, " ", "T"), lit("Z")) : text;
  }
}
