package org.assize.contract.yaml;

import java.util.regex.Pattern;
import org.assize.contract.problem.Place;

/**
 * A single value, kept as the text that was written.
 *
 * @param type what YAML 1.2 takes the text for; quoted text is always {@code TEXT}, and so are
 *     dates, {@code yes} and {@code no}
 */
public record Scalar(Place place, String text, Type type) implements Value {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

  /** What a scalar stands for. */
  public enum Type {
    TEXT("text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("nothing");

    private final String kind;

    Type(String kind) {
      this.kind = kind;
    }
  }

  /** A scalar written without quotes. */
  public static Scalar plain(Place place, String text) {
    return new Scalar(place, text, typeOf(text));
  }

  /** A scalar that is text whatever it looks like. */
  public static Scalar quoted(Place place, String text) {
    return new Scalar(place, text, Type.TEXT);
  }

  private static Type typeOf(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Type.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Type.BOOLEAN;
      default -> {
        if (INTEGER.matcher(text).matches()) {
          yield Type.INTEGER;
        }
        yield NUMBER.matcher(text).matches() ? Type.NUMBER : Type.TEXT;
      }
    };
  }

  /** Whether it stands for nothing. */
  public boolean isNull() {
    return type == Type.NULL;
  }

  /** Whether it stands for true. */
  public boolean isTrue() {
    return type == Type.BOOLEAN && text.equalsIgnoreCase("true");
  }

  @Override
  public String kind() {
    return type.kind;
  }
}
