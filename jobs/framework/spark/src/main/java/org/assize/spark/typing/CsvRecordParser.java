package org.assize.spark.typing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.assize.contract.ValueFormats;
import org.jspecify.annotations.Nullable;

/** CSV records, one row each. */
final class CsvRecordParser extends RecordParser {

  private final RowLayout layout;
  private final ValueFormats formats;
  private final char delimiter;
  private transient @Nullable Parsing parsing;

  CsvRecordParser(RowLayout layout, ValueFormats formats, char delimiter) {
    this.layout = layout;
    this.formats = formats;
    this.delimiter = delimiter;
  }

  @Override
  public InternalRow row(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders) {
    Parsing ready = parsing;
    if (ready == null) {
      ready = new Parsing(layout, formats, delimiter);
      parsing = ready;
    }
    return ready.row(record, header == null ? UTF8String.EMPTY_UTF8 : header, placeholders);
  }

  @Override
  public ArrayData rows(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders) {
    throw new UnsupportedOperationException("A CSV record is one row.");
  }

  /** What is used again from record to record. */
  private static final class Parsing {

    private final RowLayout layout;
    private final char delimiter;
    private final ScalarReader[] readers;
    private final CsvFields fields;
    private final Placeholders placeholders;
    private final SpecificInternalRow row;
    private final Map<UTF8String, HeaderMap> headers = new HashMap<>();
    private UTF8String currentHeader = UTF8String.EMPTY_UTF8;
    private @Nullable HeaderMap current;

    Parsing(RowLayout layout, ValueFormats formats, char delimiter) {
      var types = new ScalarReaders(formats);
      this.layout = layout;
      this.delimiter = delimiter;
      this.readers =
          layout.columns().stream()
              .map(column -> types.find(column.type()).orElseThrow())
              .toArray(ScalarReader[]::new);
      this.fields = new CsvFields((byte) delimiter);
      this.placeholders = new Placeholders(layout.placeholders());
      this.row = new SpecificInternalRow(layout.schema());
    }

    InternalRow row(@Nullable UTF8String record, UTF8String header, UTF8String placeholderJson) {
      @Nullable UTF8String[] given = placeholders.of(placeholderJson);
      if (record == null) {
        return layout.fail(row, given, Fault.UNDECODABLE);
      }
      HeaderMap map = under(header);
      if (!map.isComplete()) {
        return layout.fail(row, given, Fault.COLUMN_MISSING);
      }
      byte[] bytes = TextBytes.of(record);
      int from = TextBytes.start(record);
      if (!fields.split(bytes, from, from + record.numBytes())) {
        return layout.fail(row, given, Fault.MALFORMED);
      }
      if (fields.count() != map.fields()) {
        return layout.fail(row, given, Fault.FIELD_COUNT);
      }
      layout.begin(row, given, 0, Fault.NONE);
      for (int column = 0; column < readers.length; column++) {
        int place = map.place(column);
        boolean isReadable =
            place >= 0
                ? field(readers[column], bytes, place, column)
                : placeholder(readers[column], given[HeaderMap.placeholder(place)], column);
        if (!isReadable) {
          layout.markUnreadable(row, column);
        }
      }
      return row;
    }

    private boolean field(ScalarReader reader, byte[] bytes, int field, int column) {
      if (fields.isDoubled(field)) {
        byte[] text = fields.undoubled(field);
        return reader.read(text, 0, text.length, row, column);
      }
      return reader.read(bytes, fields.start(field), fields.end(field), row, column);
    }

    private boolean placeholder(ScalarReader reader, @Nullable UTF8String text, int column) {
      if (text == null) {
        row.setNullAt(column);
        return true;
      }
      return reader.read(text.getBytes(), 0, text.numBytes(), row, column);
    }

    private HeaderMap under(UTF8String header) {
      HeaderMap known = current;
      if (known == null || !header.equals(currentHeader)) {
        currentHeader = header.copy();
        known = headers.computeIfAbsent(currentHeader, this::read);
        current = known;
      }
      return known;
    }

    private HeaderMap read(UTF8String header) {
      List<String> names = SourceColumns.names(header.toString(), delimiter);
      return new HeaderMap(names, layout.columns(), layout.placeholders());
    }
  }
}
