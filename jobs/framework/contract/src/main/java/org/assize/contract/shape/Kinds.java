package org.assize.contract.shape;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Value;

/** The types of JSON Schema, and how a sentence calls them. */
final class Kinds {

  private Kinds() {}

  /** Whether a value is of one of the types. */
  static boolean allow(Set<String> types, Value value) {
    String type = of(value);
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  /** The narrowest type of a value. */
  static String of(Value value) {
    if (value instanceof Scalar scalar) {
      return switch (scalar.type()) {
        case TEXT -> "string";
        case INTEGER -> "integer";
        case NUMBER -> "number";
        case BOOLEAN -> "boolean";
        case NULL -> "null";
      };
    }
    return value instanceof Mapping ? "object" : "array";
  }

  /** The types in words: {@code a list or text}. */
  static String words(Set<String> types) {
    return new TreeSet<>(types)
        .stream().map(Kinds::word).distinct().collect(Collectors.joining(" or "));
  }

  private static String word(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "null" -> "nothing";
      case "array" -> "a list";
      default -> "a mapping";
    };
  }
}
