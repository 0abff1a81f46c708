package org.assize.contract.rule;

/** Words of Spark SQL, with everything quoted that needs it. */
final class Sql {

  private Sql() {}

  /** An identifier in backticks. */
  static String name(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  /** A string literal; Spark reads backslash escapes in it, and would replace a variable. */
  static String text(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replace("${", "\\u0024{")
        + "'";
  }

  /** An expression in brackets; a line's end shuts off a comment that it may end in. */
  static String enclosed(String expression) {
    return "(" + expression + (expression.contains("--") ? "\n)" : ")");
  }

  /** A predicate for the rows that meet a condition; all others pass. */
  static String onlyWhere(String condition, String predicate) {
    return "IF(" + enclosed(condition) + ", " + predicate + ", true)";
  }

  /** A predicate that a NULL passes. */
  static String orTrue(String predicate) {
    return "coalesce(" + predicate + ", true)";
  }

  /** A predicate that a NULL breaks. */
  static String orFalse(String predicate) {
    return "coalesce(" + predicate + ", false)";
  }
}
