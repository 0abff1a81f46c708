package org.assize.contract.shape;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Value;

/** Keywords about mappings. */
final class Keys {

  private Keys() {}

  /** What one key's values may look like, and what a sentence calls them. */
  record Part(Shape shape, String label) {}

  /** {@code properties}: the shapes of known keys, and keys that have no place here. */
  record Values(Map<String, Part> known, Set<String> forbidden) implements Keyword {
    @Override
    public boolean fits(Value value) {
      if (value instanceof Mapping mapping) {
        for (Mapping.Entry entry : mapping.entries()) {
          Part part = known.get(entry.key());
          boolean wrong =
              part == null ? forbidden.contains(entry.key()) : !part.shape().fits(entry.value());
          if (wrong) {
            return false;
          }
        }
      }
      return true;
    }

    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Mapping mapping)) {
        return;
      }
      for (Mapping.Entry entry : mapping.entries()) {
        Part part = known.get(entry.key());
        if (part != null) {
          part.shape().check(entry.value(), part.label(), problems);
        } else if (forbidden.contains(entry.key())) {
          problems.add(
              ErrorCode.UNKNOWN_KEY,
              entry.place(),
              "`" + entry.key() + "` has no place in " + where + ".",
              "",
              "Remove it.");
        }
      }
    }
  }

  /** {@code additionalProperties: false} and {@code propertyNames}: no other keys. */
  record Known(Set<String> keys) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Mapping mapping)) {
        return;
      }
      for (Mapping.Entry entry : mapping.entries()) {
        if (!keys.contains(entry.key())) {
          problems.add(
              ErrorCode.UNKNOWN_KEY,
              entry.place(),
              "`" + entry.key() + "` is no key of " + where + ".",
              "",
              Nearest.hint(entry.key(), keys));
        }
      }
    }
  }

  /** {@code additionalProperties} with a schema, where no key is named. */
  record Others(Shape shape) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (value instanceof Mapping mapping) {
        for (Mapping.Entry entry : mapping.entries()) {
          shape.check(entry.value(), shape.called("`" + entry.key() + "`"), problems);
        }
      }
    }
  }

  /** {@code required}. */
  record Required(List<String> keys) implements Keyword {
    @Override
    public boolean fits(Value value) {
      return !(value instanceof Mapping mapping) || keys.stream().allMatch(mapping::has);
    }

    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Mapping mapping)) {
        return;
      }
      for (String key : keys) {
        if (!mapping.has(key)) {
          problems.add(
              ErrorCode.MISSING_KEY,
              mapping.place(),
              "`" + key + "` is missing in " + where + ".",
              "",
              "Add it.");
        }
      }
    }
  }

  /** {@code oneOf} whose branches each require one key. */
  record ExactlyOne(List<String> keys) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Mapping mapping)) {
        return;
      }
      List<String> present = keys.stream().filter(mapping::has).toList();
      if (present.isEmpty()) {
        problems.add(
            ErrorCode.MISSING_KEY,
            mapping.place(),
            Scalars.upper(where) + " has none of the keys of which it needs one.",
            "",
            "Add one of `" + String.join("`, `", keys) + "`.");
      }
      for (String extra : present.subList(Math.min(1, present.size()), present.size())) {
        problems.add(
            ErrorCode.UNKNOWN_KEY,
            mapping.placeOf(extra),
            "`" + extra + "` stands beside `" + present.get(0) + "`.",
            "It needs one of them.",
            "Make two rules of it.");
      }
    }
  }
}
