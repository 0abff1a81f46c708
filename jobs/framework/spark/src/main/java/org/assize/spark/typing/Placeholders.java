package org.assize.spark.typing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The values of a file's placeholders, remembered while the file stays the same. */
final class Placeholders {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> names;
  private @Nullable UTF8String current;
  private @Nullable UTF8String[] values;
  private JsonValue object = JsonValue.NULL;

  Placeholders(List<String> names) {
    this.names = names;
    this.values = new UTF8String[names.size()];
  }

  /** Values in the order of the names; null where the JSON object lacks one. */
  @Nullable UTF8String[] of(UTF8String json) {
    if (!json.equals(current)) {
      values = read(json.toString());
      object =
          new JsonValue(
              JsonValue.Kind.OBJECT,
              null,
              Arrays.stream(values).map(Placeholders::asString).toArray(JsonValue[]::new),
              null);
      current = json.copy();
    }
    return values;
  }

  /** The same values as a JSON object with a slot for each name. */
  JsonValue asObject() {
    return object;
  }

  private static @Nullable JsonValue asString(@Nullable UTF8String value) {
    return value == null ? null : JsonValue.string(value.getBytes());
  }

  private @Nullable UTF8String[] read(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      return names.stream()
          .map(name -> UTF8String.fromString(tree.path(name).textValue()))
          .toArray(UTF8String[]::new);
    } catch (JsonProcessingException unlike) {
      throw new IllegalArgumentException("`_placeholders` is no JSON object.", unlike);
    }
  }
}
