package org.assize.spark.typing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path compiled against a shape. */
final class JsonRoute {

  /** What a route gives that leads through something other than objects and arrays. */
  static final JsonValue BLOCKED = new JsonValue(JsonValue.Kind.STRING, null, null, null);

  private final int level;

  /** A slot, or {@code -1 - n} for element n. */
  private final int[] codes;

  private JsonRoute(int level, int[] codes) {
    this.level = level;
    this.codes = codes;
  }

  /** A route and the shape that it leads to. */
  record End(JsonRoute route, JsonShape shape) {}

  /** The steps must be keys and indexes. */
  static End compile(int level, JsonShape start, List<JsonPath.Step> steps) {
    JsonShape shape = start;
    int[] codes = new int[steps.size()];
    for (int i = 0; i < codes.length; i++) {
      if (steps.get(i) instanceof JsonPath.Key key) {
        codes[i] = shape.slotOf(key.name());
        shape = shape.child(key.name());
      } else if (steps.get(i) instanceof JsonPath.Index index) {
        codes[i] = -1 - index.index();
        shape = shape.element();
      } else {
        throw new IllegalArgumentException("A route has no [*].");
      }
    }
    return new End(new JsonRoute(level, codes), shape);
  }

  /** Which of a row's levels it starts from. */
  int level() {
    return level;
  }

  /** Null where a key is absent, {@link #BLOCKED} where it cannot be asked for. */
  @Nullable JsonValue follow(JsonValue start) {
    JsonValue value = start;
    for (int code : codes) {
      @Nullable JsonValue next = step(value, code);
      if (next == null || next == BLOCKED) {
        return next;
      }
      value = next;
    }
    return value;
  }

  /** One step of {@link #follow}. */
  static @Nullable JsonValue step(JsonValue value, int code) {
    if (value.isNull()) {
      return null;
    }
    @Nullable JsonValue @Nullable [] parts = code >= 0 ? value.slots() : value.items();
    if (parts == null) {
      return BLOCKED;
    }
    int index = code >= 0 ? code : -1 - code;
    return index < parts.length ? parts[index] : null;
  }
}
