package org.assize.bench;

import java.util.List;

/** What every accepted position keeps, in SQL that Spark and DuckDB read alike. */
final class PositionRules {

  static final List<Rule> ALL =
      List.of(
          new Rule("position_id_required", "position_id IS NOT NULL"),
          new Rule("device_id_required", "device_id IS NOT NULL"),
          new Rule("position_at_required", "position_at IS NOT NULL"),
          new Rule("uploaded_at_required", "uploaded_at IS NOT NULL"),
          range("latitude", "49.0", "61.5"),
          range("longitude", "-9.0", "2.5"),
          range("direction", "0", "359"),
          range("satellites", "0", "40"),
          new Rule("uploaded_after_fix", "coalesce(uploaded_at >= position_at, true)"));

  private PositionRules() {}

  private static Rule range(String column, String least, String most) {
    return new Rule(
        column + "_range", "coalesce(%s BETWEEN %s AND %s, true)".formatted(column, least, most));
  }

  /** A predicate that is true for a good row and never null. */
  record Rule(String id, String predicate) {}
}
