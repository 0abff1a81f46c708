package org.assize.contract.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.type.SparkType.Array;
import org.assize.contract.type.SparkType.Decimal;
import org.assize.contract.type.SparkType.Field;
import org.assize.contract.type.SparkType.Plain;
import org.assize.contract.type.SparkType.Struct;

/** Recursive descent over one type. */
final class TypeParser {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*|[0-9]+|[^\\s])");
  private static final int DEEPEST = 40;

  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  TypeParser(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
  }

  SparkType parse() {
    SparkType type = type();
    if (next < tokens.size()) {
      throw new UnreadableType("`" + peek() + "` stands behind the end of the type");
    }
    return type;
  }

  private SparkType type() {
    if (++depth > DEEPEST) {
      throw new UnreadableType("The type is nested more than 40 deep");
    }
    String word = take().toLowerCase(Locale.ROOT);
    SparkType type =
        switch (word) {
          case "string" -> Plain.STRING;
          case "boolean" -> Plain.BOOLEAN;
          case "tinyint", "byte" -> Plain.TINYINT;
          case "smallint", "short" -> Plain.SMALLINT;
          case "int", "integer" -> Plain.INT;
          case "bigint", "long" -> Plain.BIGINT;
          case "float", "real" -> Plain.FLOAT;
          case "double" -> Plain.DOUBLE;
          case "date" -> Plain.DATE;
          case "timestamp" -> Plain.TIMESTAMP;
          case "binary" -> Plain.BINARY;
          case "decimal", "dec", "numeric" -> decimal();
          case "array" -> array();
          case "struct" -> struct();
          case "varchar", "char" ->
              throw new UnreadableType(
                  "Text is `string`; its length belongs in logicalTypeOptions.maxLength");
          case "timestamp_ntz" ->
              throw new UnreadableType(
                  "Not every reader knows timestamps without a zone; `timestamp` is UTC");
          default -> throw new UnreadableType("`" + word + "` is no type");
        };
    depth--;
    return type;
  }

  private SparkType decimal() {
    if (!peek().equals("(")) {
      throw new UnreadableType("A decimal needs its digits, for example decimal(12,2)");
    }
    expect("(");
    int precision = number();
    int scale = 0;
    if (peek().equals(",")) {
      expect(",");
      scale = number();
    }
    expect(")");
    return new Decimal(precision, scale);
  }

  private SparkType array() {
    expect("<");
    SparkType element = type();
    expect(">");
    return new Array(element);
  }

  private SparkType struct() {
    expect("<");
    List<Field> fields = new ArrayList<>();
    var names = new HashSet<String>();
    do {
      String name = take();
      if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
        throw new UnreadableType("`" + name + "` is no name of a field");
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new UnreadableType("Field `" + name + "` stands there twice");
      }
      expect(":");
      fields.add(new Field(name, type()));
    } while (take(","));
    expect(">");
    return new Struct(fields);
  }

  private int number() {
    String digits = take();
    if (!digits.matches("[0-9]{1,3}")) {
      throw new UnreadableType("`" + digits + "` is no number of digits");
    }
    return Integer.parseInt(digits);
  }

  private boolean take(String wanted) {
    if (peek().equals(wanted)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String wanted) {
    if (!take(wanted)) {
      throw new UnreadableType("`" + wanted + "` is missing before `" + peek() + "`");
    }
  }

  private String take() {
    String token = peek();
    next++;
    return token;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "the end";
  }
}
