package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a JSON value is needed. Grows while paths are compiled, then only read. */
final class JsonShape {

  static final int NOT_NEEDED = -1;

  private final Map<String, Integer> slots = new HashMap<>();
  private final List<JsonShape> children = new ArrayList<>();
  private @Nullable JsonShape element;
  private boolean text;
  private boolean composite;

  /** The shape below a key. */
  JsonShape child(String key) {
    return children.get(slotOf(key));
  }

  /** The slot of a key, made where there was none. */
  int slotOf(String key) {
    return slots.computeIfAbsent(
        key,
        missing -> {
          children.add(new JsonShape());
          return children.size() - 1;
        });
  }

  /** The shape of an array's elements, or of a value that stands where an array should. */
  JsonShape element() {
    JsonShape known = element;
    if (known == null) {
      known = new JsonShape();
      element = known;
    }
    return known;
  }

  /** The text of a scalar is needed. */
  void needText() {
    text = true;
  }

  /** The text is needed whatever the value is. */
  void needAnyText() {
    text = true;
    composite = true;
  }

  int slot(String key) {
    return slots.getOrDefault(key, NOT_NEEDED);
  }

  JsonShape child(int slot) {
    return children.get(slot);
  }

  int size() {
    return children.size();
  }

  @Nullable JsonShape elementIfNeeded() {
    return element;
  }

  boolean needsText() {
    return text;
  }

  boolean needsCompositeText() {
    return composite;
  }
}
