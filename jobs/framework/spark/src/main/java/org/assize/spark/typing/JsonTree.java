package org.assize.spark.typing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.spark.typing.JsonValue.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a JSON text what its shape needs, in one pass. Strict: a text is one value and nothing
 * more, nested at most 1000 deep. Of equal keys in an object the last counts.
 */
final class JsonTree {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int from;
  private final JsonParser in;

  private JsonTree(byte[] bytes, int from, int to) throws IOException {
    this.bytes = bytes;
    this.from = from;
    this.in = JSON.createParser(bytes, from, to - from);
  }

  /** Empty for texts that are not JSON. */
  static Optional<JsonValue> read(byte[] bytes, int from, int to, JsonShape shape) {
    // Jackson takes zeros among the first bytes for a sign of UTF-16 or UTF-32.
    for (int at = from; at < Math.min(to, from + 4); at++) {
      if (bytes[at] == 0) {
        return Optional.empty();
      }
    }
    try {
      var tree = new JsonTree(bytes, from, to);
      try (tree.in) {
        if (tree.in.nextToken() == null) {
          return Optional.empty();
        }
        JsonValue value = tree.value(shape);
        return tree.in.nextToken() == null ? Optional.of(value) : Optional.empty();
      }
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private JsonValue value(JsonShape shape) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return JsonValue.NULL;
    }
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      return composite(shape, token == JsonToken.START_ARRAY ? Kind.ARRAY : Kind.OBJECT);
    }
    JsonValue scalar = scalar(token, shape);
    JsonShape element = shape.elementIfNeeded();
    if (element == null) {
      return scalar;
    }
    return new JsonValue(
        scalar.kind(), scalar.text(), null, new JsonValue[] {scalar(token, element)});
  }

  private JsonValue scalar(JsonToken token, JsonShape shape) throws IOException {
    return switch (token) {
      case VALUE_TRUE -> new JsonValue(Kind.TRUE, TRUE, null, null);
      case VALUE_FALSE -> new JsonValue(Kind.FALSE, FALSE, null, null);
      case VALUE_STRING -> new JsonValue(Kind.STRING, text(shape), null, null);
      default -> new JsonValue(Kind.NUMBER, text(shape), null, null);
    };
  }

  private byte @Nullable [] text(JsonShape shape) throws IOException {
    return shape.needsText()
        ? JsonText.utf8(in.getTextCharacters(), in.getTextOffset(), in.getTextLength())
        : null;
  }

  private JsonValue composite(JsonShape shape, Kind kind) throws IOException {
    JsonShape element = shape.elementIfNeeded();
    boolean slots = kind == Kind.OBJECT && shape.size() > 0;
    boolean text = shape.needsCompositeText();
    if (!text && element == null) {
      return new JsonValue(kind, null, slots ? slots(shape) : skipped(), null);
    }
    if (!text && !slots && element != null) {
      return new JsonValue(kind, null, null, items(element, kind));
    }
    // Needed in several ways, which is rare: each way reads it once more.
    byte[] json = whole();
    return new JsonValue(
        kind,
        text ? json : null,
        slots ? at(json).slots(shape) : null,
        element == null ? null : at(json).items(element, kind));
  }

  private @Nullable JsonValue @Nullable [] skipped() throws IOException {
    in.skipChildren();
    return null;
  }

  private @Nullable JsonValue[] slots(JsonShape shape) throws IOException {
    @Nullable JsonValue[] slots = new JsonValue[shape.size()];
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      int slot = shape.slot(key);
      in.nextToken();
      if (slot == JsonShape.NOT_NEEDED) {
        in.skipChildren();
      } else {
        slots[slot] = value(shape.child(slot));
      }
    }
    return slots;
  }

  private JsonValue[] items(JsonShape element, Kind kind) throws IOException {
    if (kind != Kind.ARRAY) {
      return new JsonValue[] {value(element)};
    }
    List<JsonValue> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(element));
    }
    return items.toArray(JsonValue[]::new);
  }

  /** The value's JSON. */
  private byte[] whole() throws IOException {
    int start = from + Math.toIntExact(in.currentTokenLocation().getByteOffset());
    in.skipChildren();
    int end = from + Math.toIntExact(in.currentLocation().getByteOffset());
    return JsonText.compact(bytes, start, end);
  }

  private static JsonTree at(byte[] json) throws IOException {
    var tree = new JsonTree(json, 0, json.length);
    tree.in.nextToken();
    return tree;
  }
}
