package org.assize.contract.reader;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** Writes values as YAML with the place of each in a comment behind it. */
final class OriginWriter {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");

  /** Words that some readers take for truth values. */
  private static final Set<String> TRUTHS = Set.of("yes", "no", "on", "off", "y", "n");

  private final StringBuilder text = new StringBuilder();

  /** The whole document. */
  String write(Mapping mapping) {
    entries(mapping, "", "");
    return text.toString();
  }

  private void entries(Mapping mapping, String first, String indent) {
    String lead = first;
    for (Mapping.Entry entry : mapping.entries()) {
      text.append(lead).append(quoted(entry.key())).append(':');
      value(entry.value(), indent + "  ");
      lead = indent;
    }
  }

  /** A value behind its key or dash, and the end of the line. */
  private void value(Value value, String indent) {
    if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      text.append('\n');
      entries(mapping, indent, indent);
    } else if (value instanceof Sequence list && !list.items().isEmpty()) {
      text.append('\n');
      list.items().forEach(item -> item(item, indent));
    } else {
      text.append(' ').append(inline(value)).append("  # ").append(value.place()).append('\n');
    }
  }

  private void item(Value item, String indent) {
    if (item instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      entries(mapping, indent + "- ", indent + "  ");
    } else {
      text.append(indent).append('-');
      value(item, indent + "  ");
    }
  }

  private static String inline(Value value) {
    if (value instanceof Scalar scalar) {
      if (scalar.type() == Scalar.Type.TEXT) {
        return quoted(scalar.text());
      }
      return scalar.isNull() ? "null" : scalar.text();
    }
    return value instanceof Mapping ? "{}" : "[]";
  }

  /** The text, in quotes where it could be read as anything else. */
  private static String quoted(String word) {
    boolean plain =
        PLAIN.matcher(word).matches()
            && !TRUTHS.contains(word.toLowerCase(Locale.ROOT))
            && Scalar.plain(Defaults.DEFAULT, word).type() == Scalar.Type.TEXT;
    if (plain) {
      return word;
    }
    var escaped = new StringBuilder("\"");
    for (int c : word.codePoints().toArray()) {
      escaped.append(escape(c));
    }
    return escaped.append('"').toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> c < ' ' || c == 0x7f ? String.format("\\x%02x", c) : Character.toString(c);
    };
  }
}
