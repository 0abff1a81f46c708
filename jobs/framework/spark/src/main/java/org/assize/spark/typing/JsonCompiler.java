package org.assize.spark.typing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.ValueFormats;

/** Compiles what a contract reads into routes and readings, and the shape that they need. */
final class JsonCompiler {

  private static final Pattern PRESENT = Pattern.compile("present\\((.+)\\)");

  private final JsonRows rows;
  private final List<String> placeholders;
  private final JsonShape given = new JsonShape();
  private final ScalarReaders scalars;

  JsonCompiler(JsonRows rows, List<String> placeholders, ValueFormats formats) {
    this.rows = rows;
    this.placeholders = placeholders;
    this.scalars = new ScalarReaders(formats);
    placeholders.forEach(given::slotOf);
  }

  /** Throws {@link Unreadable}. */
  JsonField column(Target column) {
    return field(column, this::end);
  }

  private JsonRoute.End end(String source) {
    String placeholder = source.startsWith("_") ? source.substring(1) : "";
    if (placeholders.contains(placeholder)) {
      return JsonRoute.compile(
          JsonRows.PLACEHOLDERS, given, List.of(new JsonPath.Key(placeholder)));
    }
    return rows.compile(path(source));
  }

  private JsonField part(Target field, JsonShape struct) {
    return field(field, source -> JsonRoute.compile(0, struct, relative(source)));
  }

  private static List<JsonPath.Step> relative(String source) {
    JsonPath path = path(source);
    if (path.isAbsolute()) {
      throw new Unreadable("is part of a struct; its path `" + source + "` begins at the document");
    }
    return path.steps();
  }

  /** Compiles a place to read against a shape. */
  @FunctionalInterface
  private interface Compiling {
    JsonRoute.End end(String source);
  }

  private JsonField field(Target target, Compiling compiling) {
    Matcher present = PRESENT.matcher(target.sources().get(0));
    if (present.matches()) {
      if (!(target.type() instanceof BooleanType) || target.sources().size() > 1) {
        throw new Unreadable("reads present(…), which is boolean and stands alone");
      }
      return new JsonField.Present(compile(present.group(1), compiling).route());
    }
    List<JsonRoute.End> ends =
        target.sources().stream().map(source -> compile(source, compiling)).toList();
    List<JsonReading> readings = ends.stream().map(end -> reading(target, end.shape())).toList();
    return new JsonField.AtFirst(ends.stream().map(JsonRoute.End::route).toList(), readings);
  }

  private static JsonRoute.End compile(String source, Compiling compiling) {
    try {
      return compiling.end(source);
    } catch (IllegalArgumentException each) {
      throw new Unreadable("reads `" + source + "`, whose [*] is not one of `rows`");
    }
  }

  private static JsonPath path(String source) {
    return JsonPath.parse(source)
        .orElseThrow(() -> new Unreadable("reads `" + source + "`, which is no path"));
  }

  private JsonReading reading(Target target, JsonShape shape) {
    if (target.type() instanceof StructType) {
      return new JsonReading.OfStruct(
          target.parts().stream().map(part -> part(part, shape)).toList());
    }
    if (target.type() instanceof ArrayType) {
      return new JsonReading.OfArray(reading(target.parts().get(0), shape.element()));
    }
    Optional<ScalarReader> reader = scalars.find(target.type());
    if (target.type() instanceof StringType) {
      shape.needAnyText();
    } else {
      shape.needText();
    }
    return new JsonReading.OfScalar(
        reader.orElseThrow(() -> new Unreadable("is " + target.type().sql() + ", not for a table")),
        target.type() instanceof BooleanType);
  }

  /** What cannot be read, as the rest of a sentence that begins with the column's name. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message);
    }
  }
}
