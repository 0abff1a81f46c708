package org.assize.cli.suggest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.cli.profile.Shape;

/** Shapes of texts as one regular expression that exactly they match. */
final class ShapePattern {

  private static final int LONGEST_SHAPE = 40;
  private static final int FEWEST_DIGITS = 2;

  private ShapePattern() {}

  /** The pattern; empty where the shapes are not all, or say nothing. */
  static Optional<String> of(List<Shape> shapes, long filled) {
    boolean areAll = shapes.stream().mapToLong(Shape::rows).sum() == filled;
    boolean areCodes =
        shapes.stream()
            .map(Shape::text)
            .allMatch(
                shape ->
                    !shape.contains("?")
                        && !shape.contains("a")
                        && shape.length() < LONGEST_SHAPE
                        && shape.chars().filter(c -> c == '9').count() >= FEWEST_DIGITS);
    return shapes.isEmpty() || !areAll || !areCodes
        ? Optional.empty()
        : Optional.of(
            shapes.stream().map(s -> pattern(s.text())).sorted().collect(Collectors.joining("|")));
  }

  private static String pattern(String shape) {
    var pattern = new StringBuilder();
    for (int i = 0; i < shape.length(); ) {
      int end = i;
      while (end < shape.length() && shape.charAt(end) == shape.charAt(i)) {
        end++;
      }
      pattern.append(sign(shape.charAt(i)));
      if (end - i > 1) {
        pattern.append('{').append(end - i).append('}');
      }
      i = end;
    }
    return pattern.toString();
  }

  private static String sign(char sign) {
    return switch (sign) {
      case '9' -> "\\p{N}";
      case 'A' -> "\\p{Lu}";
      case ' ', '-', '/', ':', ',', '@', '_' -> String.valueOf(sign);
      default -> "\\" + sign;
    };
  }
}
