package org.assize.contract.rule;

/** Words of Spark SQL, with everything quoted that needs it. */
final class Sql {

  private Sql() {}

  /** An identifier in backticks. */
  static String name(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  /** A string literal; Spark reads backslash escapes in it. */
  static String text(String value) {
    return "'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "'";
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
