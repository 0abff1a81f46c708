package org.assize.contract.rule;

/** Times of day, which are kept as text, in SQL. */
final class Times {

  private static final String FORM = "\\A([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?\\z";

  private Times() {}

  /** A text that sorts as the time does: 17:00 is 17:00:00. */
  static String ordered(String value) {
    return "IF(length(" + value + ") = 5, concat(" + value + ", ':00'), " + value + ")";
  }

  /** Whether the text is a time of day. */
  static String isTime(String value) {
    return value + " RLIKE " + Sql.text(FORM);
  }
}
