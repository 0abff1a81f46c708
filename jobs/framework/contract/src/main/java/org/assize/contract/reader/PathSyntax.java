package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON paths of a contract: {@code a.b} from what becomes the row, {@code $.a[*].b} from the
 * document's root. Steps are names, {@code ['a name with a point']}, {@code [3]} and {@code [*]}.
 */
final class PathSyntax {

  private static final String ALL = "[*]";
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[]+)|(\\[\\*]|\\[\\d{1,9}])|\\['([^']+)']");
  private static final Pattern PRESENT = Pattern.compile("present\\((.+)\\)");

  private PathSyntax() {}

  /** The path in {@code present(path)}, if the text is one. */
  static Optional<String> present(String text) {
    Matcher matcher = PRESENT.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What is wrong with the path of what becomes rows; empty if nothing is. */
  static Optional<String> faultOfRows(String rows) {
    return rows.startsWith("$") && !steps(rows).isEmpty()
        ? Optional.empty()
        : Optional.of("is no path from the root, such as $.a.b[*]");
  }

  /** What is wrong with the path of a column; empty if nothing is. */
  static Optional<String> faultOfColumn(String path, Optional<String> rows) {
    List<String> steps = steps(path);
    if (steps.isEmpty()) {
      return Optional.of("is no path: write a.b, $.a.b or $.a[*].b");
    }
    int last = steps.lastIndexOf(ALL);
    if (!path.startsWith("$")) {
      return last < 0
          ? Optional.empty()
          : Optional.of("goes into a list, which gives no one value");
    }
    List<String> above = rows.map(PathSyntax::steps).orElse(List.of());
    boolean shared =
        last < above.size() && above.subList(0, last + 1).equals(steps.subList(0, last + 1));
    return shared
        ? Optional.empty()
        : Optional.of("goes into a list that `rows` does not go through");
  }

  /** The steps of a path; none where it cannot be read. */
  private static List<String> steps(String path) {
    boolean rooted = path.startsWith("$") || path.startsWith("@");
    String rest = rooted ? path.substring(1) : path.startsWith("[") ? path : "." + path;
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(rest);
    while (step.lookingAt()) {
      steps.add(named(step));
      step.region(step.end(), rest.length());
    }
    return step.regionStart() == rest.length() ? steps : List.of();
  }

  private static String named(Matcher step) {
    for (int group = 1; group < step.groupCount(); group++) {
      if (step.group(group) != null) {
        return step.group(group);
      }
    }
    return step.group(step.groupCount());
  }
}
