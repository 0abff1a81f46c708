package org.assize.spark.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path in a JSON document: keys divided by points, {@code ['a key with . or [']}, {@code [n]} for
 * one element of an array and {@code [*]} for each. {@code $} is the document, {@code @} or nothing
 * is the element of the row.
 */
record JsonPath(boolean isAbsolute, List<Step> steps) {

  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[]+)|\\[(?:(\\*)|(\\d{1,9})|'([^']*)')]");

  /** One step down. */
  sealed interface Step {}

  /** Into an object. */
  record Key(String name) implements Step {}

  /** To one element of an array, counted from 0. */
  record Index(int index) implements Step {}

  /** To each element of an array. */
  record Each() implements Step {}

  /** Empty for texts that are no path. */
  static Optional<JsonPath> parse(String text) {
    boolean isAbsolute = text.startsWith("$");
    boolean isRooted = isAbsolute || text.startsWith("@");
    String rest = isRooted ? text.substring(1) : text.startsWith("[") ? text : "." + text;
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(rest);
    while (matcher.lookingAt()) {
      steps.add(step(matcher));
      matcher.region(matcher.end(), rest.length());
    }
    return matcher.regionStart() == rest.length()
        ? Optional.of(new JsonPath(isAbsolute, List.copyOf(steps)))
        : Optional.empty();
  }

  private static Step step(MatchResult matched) {
    if (matched.group(2) != null) {
      return new Each();
    }
    if (matched.group(3) != null) {
      return new Index(Integer.parseInt(matched.group(3)));
    }
    return new Key(matched.group(1) != null ? matched.group(1) : matched.group(4));
  }
}
