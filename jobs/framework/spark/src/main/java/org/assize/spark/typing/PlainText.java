package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.ValueFormats;

/**
 * Reads the plain text of a value: ISO dates and times, UTC where no offset is named, true and
 * false; arrays and structs are JSON under the contract's own names. No text means NULL. Not
 * thread-safe.
 */
public final class PlainText {

  private static final ValueFormats FORMATS =
      new ValueFormats(
          List.of(), List.of(), ZoneOffset.UTC, List.of(), List.of("true"), List.of("false"));
  private static final String VALUE = "v";

  private final Reading reading;

  private PlainText(Reading reading) {
    this.reading = reading;
  }

  @FunctionalInterface
  private interface Reading {
    boolean read(byte[] text, InternalRow row, int ordinal);
  }

  /** The reader of a type; empty for types that have no plain text. */
  public static Optional<PlainText> of(DataType type) {
    if (type instanceof StructType || type instanceof ArrayType) {
      return Optional.of(new PlainText(json(type)));
    }
    return new ScalarReaders(FORMATS)
        .find(type)
        .map(
            scalar ->
                new PlainText(
                    (text, row, ordinal) -> scalar.read(text, 0, text.length, row, ordinal)));
  }

  private static Reading json(DataType type) {
    var rows = new JsonRows(List.of());
    JsonField field = new JsonCompiler(rows, List.of(), FORMATS).column(target(VALUE, type));
    JsonValue[] levels = new JsonValue[rows.levels()];
    levels[JsonRows.PLACEHOLDERS] = JsonValue.NULL;
    return (text, row, ordinal) -> {
      byte[] document = document(text);
      Optional<JsonValue> root = JsonTree.read(document, 0, document.length, rows.document());
      boolean[] isReadable = {false};
      root.ifPresent(
          value ->
              rows.forEach(
                  value, levels, found -> isReadable[0] = field.read(found, row, ordinal)));
      return isReadable[0];
    };
  }

  private static byte[] document(byte[] text) {
    String json = new String(text, StandardCharsets.UTF_8);
    return ("{\"" + VALUE + "\":" + json + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static Target target(String name, DataType type) {
    List<Target> parts = List.of();
    if (type instanceof StructType struct) {
      parts =
          Arrays.stream(struct.fields())
              .map(field -> target(field.name(), field.dataType()))
              .toList();
    } else if (type instanceof ArrayType array) {
      parts = List.of(target("element", array.elementType()));
    }
    return new Target(name, type, List.of(name), parts);
  }

  /** Sets the value of a text; false where it is no such value. */
  public boolean read(String text, InternalRow row, int ordinal) {
    return reading.read(text.getBytes(StandardCharsets.UTF_8), row, ordinal);
  }
}
