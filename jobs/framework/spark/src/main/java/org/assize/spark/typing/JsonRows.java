package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The path from a document to the elements that become rows. Level 0 is kept for placeholders,
 * level 1 is the document, each {@code [*]} begins another, and the row's element is the last.
 */
final class JsonRows {

  /** The step into each element of an array. */
  private static final int EACH = Integer.MIN_VALUE;

  /** The level of the placeholders. */
  static final int PLACEHOLDERS = 0;

  private static final int DOCUMENT = 1;

  private final List<JsonPath.Step> steps;
  private final JsonShape document = new JsonShape();
  private final List<JsonShape> shapes = new ArrayList<>();
  private final int[] codes;

  /** The path of documents that are rows themselves has no steps. */
  JsonRows(List<JsonPath.Step> steps) {
    this.steps = steps;
    this.codes = new int[steps.size()];
    JsonShape shape = document;
    shapes.add(shape);
    for (int i = 0; i < codes.length; i++) {
      if (steps.get(i) instanceof JsonPath.Key key) {
        codes[i] = shape.slotOf(key.name());
        shape = shape.child(key.name());
      } else if (steps.get(i) instanceof JsonPath.Index index) {
        codes[i] = -1 - index.index();
        shape = shape.element();
      } else {
        codes[i] = EACH;
        shape = shape.element();
        shapes.add(shape);
      }
    }
    if (!endsInEach()) {
      shapes.add(shape);
    }
  }

  private boolean endsInEach() {
    return codes.length > 0 && codes[codes.length - 1] == EACH;
  }

  JsonShape document() {
    return document;
  }

  int levels() {
    return DOCUMENT + shapes.size();
  }

  /**
   * Compiles a path: relative to the row's element, or absolute, as far as it goes along with this
   * one from the same ancestor. Throws IllegalArgumentException where it goes into each element of
   * another array.
   */
  JsonRoute.End compile(JsonPath path) {
    int level = path.isAbsolute() ? DOCUMENT : levels() - 1;
    int common = 0;
    if (path.isAbsolute()) {
      int passed = DOCUMENT;
      for (int i = 0; i < Math.min(codes.length, path.steps().size()); i++) {
        if (!steps.get(i).equals(path.steps().get(i))) {
          break;
        }
        passed += codes[i] == EACH ? 1 : 0;
        boolean isRow = i == codes.length - 1;
        if (codes[i] == EACH || isRow) {
          common = i + 1;
          level = isRow ? levels() - 1 : passed;
        }
      }
    }
    List<JsonPath.Step> rest = path.steps().subList(common, path.steps().size());
    return JsonRoute.compile(level, shapes.get(level - DOCUMENT), rest);
  }

  /**
   * Visits the levels of each row in order; the array is used again. False, and nothing visited,
   * where a step before or at the first array cannot be taken.
   */
  boolean forEach(JsonValue root, JsonValue[] levels, Consumer<JsonValue[]> row) {
    levels[DOCUMENT] = root;
    return walk(root, 0, DOCUMENT, levels, row);
  }

  private boolean walk(
      JsonValue start, int step, int level, JsonValue[] levels, Consumer<JsonValue[]> row) {
    JsonValue value = start;
    for (int i = step; i < codes.length; i++) {
      if (codes[i] == EACH) {
        JsonValue[] items = value.items();
        if (items == null) {
          return false;
        }
        for (JsonValue item : items) {
          levels[level + 1] = item;
          walk(item, i + 1, level + 1, levels, row);
        }
        return true;
      }
      @Nullable JsonValue next = JsonRoute.step(value, codes[i]);
      if (next == null || next == JsonRoute.BLOCKED) {
        return false;
      }
      value = next;
    }
    if (codes.length > 0 && !endsInEach() && value.isNull()) {
      return false;
    }
    levels[levels() - 1] = value;
    row.accept(levels);
    return true;
  }
}
