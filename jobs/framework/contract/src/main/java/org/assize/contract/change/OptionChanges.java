package org.assize.contract.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.assize.contract.Column;
import org.assize.contract.TypeOptions;
import org.assize.contract.type.Bounds;

/** Whether the bounds, lengths and patterns of a column admit more than before, or less. */
final class OptionChanges {

  private final Found found;

  OptionChanges(Found found) {
    this.found = found;
  }

  void compare(Column before, Column after, String name, String top) {
    Map<String, String> was = written(before.options());
    Map<String, String> is = written(after.options());
    var keys = new TreeSet<String>(was.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      Bounds moved =
          moved(key, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key)));
      if (moved != Bounds.SAME) {
        found.add(
            moved == Bounds.NARROWER ? Impact.COMPATIBLE : Impact.BREAKING,
            after.place(),
            "`" + key + "` of " + name + says(moved),
            top);
      }
    }
  }

  private static Bounds moved(String key, Optional<String> before, Optional<String> after) {
    if (before.isEmpty()) {
      return Bounds.NARROWER;
    }
    return after.map(now -> Bounds.moved(key, before.get(), now)).orElse(Bounds.WIDER);
  }

  private static String says(Bounds moved) {
    return switch (moved) {
      case NARROWER -> " admits fewer values";
      case WIDER -> " admits more values";
      case SAME, OTHER -> " changed and may admit other values";
    };
  }

  private static Map<String, String> written(TypeOptions options) {
    Map<String, String> written = new LinkedHashMap<>();
    options.minimum().ifPresent(value -> written.put("minimum", value));
    options.maximum().ifPresent(value -> written.put("maximum", value));
    options.exclusiveMinimum().ifPresent(value -> written.put("exclusiveMinimum", value));
    options.exclusiveMaximum().ifPresent(value -> written.put("exclusiveMaximum", value));
    options.multipleOf().ifPresent(value -> written.put("multipleOf", value));
    options.minLength().ifPresent(value -> written.put("minLength", value.toString()));
    options.maxLength().ifPresent(value -> written.put("maxLength", value.toString()));
    options.pattern().ifPresent(value -> written.put("pattern", value));
    options.format().ifPresent(value -> written.put("format", value));
    return written;
  }
}
