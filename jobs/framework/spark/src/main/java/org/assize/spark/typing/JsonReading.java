package org.assize.spark.typing;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.assize.spark.typing.JsonValue.Kind;

/** Reads a JSON value as a value of one type. */
sealed interface JsonReading {

  /** Sets a value or null; false where anything was there that could not be read. */
  boolean read(JsonValue value, InternalRow row, int ordinal);

  /** A type without parts. */
  record OfScalar(ScalarReader reader, boolean isBoolean) implements JsonReading {
    @Override
    public boolean read(JsonValue value, InternalRow row, int ordinal) {
      byte[] text = value.text();
      if (isBoolean && (value.kind() == Kind.TRUE || value.kind() == Kind.FALSE)) {
        row.setBoolean(ordinal, value.kind() == Kind.TRUE);
        return true;
      }
      if (text == null) {
        row.setNullAt(ordinal);
        return value.isNull();
      }
      return reader.read(text, 0, text.length, row, ordinal);
    }
  }

  /** A struct, out of an object. */
  record OfStruct(List<JsonField> fields) implements JsonReading {
    @Override
    public boolean read(JsonValue value, InternalRow row, int ordinal) {
      if (value.kind() != Kind.OBJECT) {
        row.setNullAt(ordinal);
        return value.isNull();
      }
      var struct = new GenericInternalRow(fields.size());
      boolean isReadable = true;
      JsonValue[] levels = {value};
      for (int i = 0; i < fields.size(); i++) {
        isReadable &= fields.get(i).read(levels, struct, i);
      }
      row.update(ordinal, struct);
      return isReadable;
    }
  }

  /** An array; a value that is none is its only element. */
  record OfArray(JsonReading element) implements JsonReading {
    @Override
    public boolean read(JsonValue value, InternalRow row, int ordinal) {
      JsonValue[] items = value.items();
      if (items == null) {
        row.setNullAt(ordinal);
        return value.isNull();
      }
      var elements = new GenericInternalRow(items.length);
      boolean isReadable = true;
      for (int i = 0; i < items.length; i++) {
        isReadable &= element.read(items[i], elements, i);
      }
      row.update(ordinal, new GenericArrayData(elements.values()));
      return isReadable;
    }
  }
}
