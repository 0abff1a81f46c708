package org.assize.cli.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as YAML flow scalars, quoted only where they would be read as something else. */
final class YamlText {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_./()+'-]*( [A-Za-z0-9_./()+'-]+)*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  static String of(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '"', '\\' -> quoted.append('\\').append(next);
        case '\t' -> quoted.append("\\t");
        default ->
            quoted.append(
                Character.isISOControl(next) ? String.format("\\u%04x", (int) next) : next);
      }
    }
    return quoted.append('"').toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
