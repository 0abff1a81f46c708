package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.assize.contract.ValueFormats;
import org.assize.spark.typing.JsonValue.Kind;
import org.jspecify.annotations.Nullable;

/** JSON records: one row each, or one for each element that a path leads to. */
final class JsonRecordParser extends RecordParser {

  private final RowLayout layout;
  private final ValueFormats formats;
  private final String rowsPath;
  private transient @Nullable Parsing parsing;

  /**
   * A parser.
   *
   * @param rowsPath path to the elements that become rows, {@code $} for the document
   */
  JsonRecordParser(RowLayout layout, ValueFormats formats, String rowsPath) {
    this.layout = layout;
    this.formats = formats;
    this.rowsPath = rowsPath;
  }

  @Override
  public InternalRow row(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders) {
    return parsing().row(record, placeholders);
  }

  @Override
  public ArrayData rows(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders) {
    return parsing().rows(record, placeholders);
  }

  private Parsing parsing() {
    Parsing ready = parsing;
    if (ready == null) {
      ready = new Parsing(layout, formats, rowsPath);
      parsing = ready;
    }
    return ready;
  }

  /** What is used again from record to record. */
  private static final class Parsing {

    private final RowLayout layout;
    private final JsonRows path;
    private final JsonField[] fields;
    private final Placeholders placeholders;
    private final SpecificInternalRow row;
    private final JsonValue[] levels;

    Parsing(RowLayout layout, ValueFormats formats, String rowsPath) {
      this.layout = layout;
      this.path = new JsonRows(JsonPath.parse(rowsPath).orElseThrow().steps());
      var compiler = new JsonCompiler(path, layout.placeholders(), formats);
      this.fields = layout.columns().stream().map(compiler::column).toArray(JsonField[]::new);
      this.placeholders = new Placeholders(layout.placeholders());
      this.row = new SpecificInternalRow(layout.schema());
      this.levels = new JsonValue[path.levels()];
    }

    InternalRow row(@Nullable UTF8String record, UTF8String placeholderJson) {
      @Nullable UTF8String[] given = placeholders.of(placeholderJson);
      if (record == null) {
        return layout.fail(row, given, Fault.UNDECODABLE);
      }
      Optional<JsonValue> root = parse(record);
      if (root.isEmpty() || root.get().kind() != Kind.OBJECT) {
        return layout.fail(row, given, Fault.MALFORMED);
      }
      levels[JsonRows.PLACEHOLDERS] = placeholders.asObject();
      path.forEach(root.get(), levels, found -> fill(row, given, 0));
      return row;
    }

    ArrayData rows(@Nullable UTF8String record, UTF8String placeholderJson) {
      @Nullable UTF8String[] given = placeholders.of(placeholderJson);
      Optional<JsonValue> root = record == null ? Optional.empty() : parse(record);
      if (root.isEmpty()) {
        return failed(given, record == null ? Fault.UNDECODABLE : Fault.MALFORMED);
      }
      levels[JsonRows.PLACEHOLDERS] = placeholders.asObject();
      List<InternalRow> rows = new ArrayList<>();
      boolean isThere =
          path.forEach(
              root.get(),
              levels,
              found -> {
                var element = new GenericInternalRow(layout.length());
                fill(element, given, rows.size());
                rows.add(element);
              });
      return isThere ? new GenericArrayData(rows.toArray()) : failed(given, Fault.PATH_MISSING);
    }

    private Optional<JsonValue> parse(UTF8String record) {
      int from = TextBytes.start(record);
      return JsonTree.read(TextBytes.of(record), from, from + record.numBytes(), path.document());
    }

    private ArrayData failed(@Nullable UTF8String[] given, Fault fault) {
      var failed = new GenericInternalRow(layout.length());
      return new GenericArrayData(new Object[] {layout.fail(failed, given, fault)});
    }

    private void fill(InternalRow target, @Nullable UTF8String[] given, int position) {
      layout.begin(target, given, position, Fault.NONE);
      for (int column = 0; column < fields.length; column++) {
        if (!fields[column].read(levels, target, column)) {
          layout.markUnreadable(target, column);
        }
      }
    }
  }
}
