package org.assize.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document under construction: an object whose keys keep the order in which they were put.
 * Not thread-safe.
 */
public final class Json {

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** An object without members. */
  public static Json object() {
    return new Json();
  }

  /** A document that begins with the name and version of its shape, {@code assize.run/1}. */
  public static Json document(String schema) {
    return object().put("schema", schema);
  }

  /**
   * Adds a member.
   *
   * @param value text, number, boolean, {@code Json}, or a map, collection or Optional of these; an
   *     empty Optional becomes null, anything else its text
   */
  public Json put(String key, Object value) {
    members.put(key, value);
    return this;
  }

  /** The document, indented by two spaces, lines ended by {@code \n}, without one at its end. */
  @Override
  public String toString() {
    var text = new StringWriter();
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(printer);
      write(members, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator to) throws IOException {
    if (value == null) {
      to.writeNull();
    } else if (value instanceof Json json) {
      write(json.members, to);
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null), to);
    } else if (value instanceof Map<?, ?> map) {
      to.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        to.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), to);
      }
      to.writeEndObject();
    } else if (value instanceof Collection<?> collection) {
      to.writeStartArray();
      for (Object element : collection) {
        write(element, to);
      }
      to.writeEndArray();
    } else {
      writeScalar(value, to);
    }
  }

  private static void writeScalar(Object value, JsonGenerator to) throws IOException {
    if (value instanceof Boolean bool) {
      to.writeBoolean(bool);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      to.writeNumber(((Number) value).longValue());
    } else if (value instanceof BigDecimal decimal) {
      to.writeNumber(decimal);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      to.writeNumber(number);
    } else if (value instanceof Float number && Float.isFinite(number)) {
      to.writeNumber(number);
    } else {
      to.writeString(value.toString());
    }
  }
}
