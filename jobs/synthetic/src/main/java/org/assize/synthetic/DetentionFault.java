package org.assize.synthetic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A fault of a row of the custody register.
 *
 * @param columns what is changed, and what the rules look at besides
 * @param rules the refusing rules that such a row must break
 */
record DetentionFault(
    Damage damage,
    List<String> columns,
    BiConsumer<Map<String, String>, Draw> change,
    Set<String> rules) {

  /** Breaks the one rule that only warns. */
  static final DetentionFault LONG_STAY =
      changed(
          List.of("arrived_at", "released_at"),
          row -> {
            row.put("arrived_at", "2026-11-10T12:00:00Z");
            row.put("released_at", "2026-11-12T12:00:01Z");
          });

  static final String WARNING = "stay_is_short";

  static final List<DetentionFault> ALL =
      List.of(
          text("detention_id", "", "detention_id_required"),
          text("detention_id", "DT1234567", "detention_id_pattern"),
          text("detention_id", "DT12345678\n", "detention_id_pattern"),
          text("station_code", "ST999", "station_code_related"),
          text("arrived_at", "", "arrived_at_required"),
          text("arrived_at", "31/02/2026 10:00", "arrived_at_type", "arrived_at_required"),
          text("released_at", "later", "released_at_type"),
          changed(
              List.of("arrived_at", "released_at"),
              row -> {
                row.put("arrived_at", "2026-11-20T12:00:00Z");
                row.put("released_at", "2026-11-20T11:59:59Z");
              },
              "released_after_arrival"),
          text("age", "forty", "age_type"),
          text("age", "9", "age_range"),
          text("age", "111", "age_range"),
          text("date_of_birth", "2026-02-30", "date_of_birth_type"),
          text("date_of_birth", "1899-12-31", "date_of_birth_range"),
          text("deposit", "10.005", "deposit_type"),
          text("deposit", "-0.05", "deposit_range"),
          text("deposit", "10.03", "deposit_multiple"),
          text("is_vulnerable", "perhaps", "is_vulnerable_type"),
          text("note", "x".repeat(41), "note_length"),
          text("note", "x", "note_length"),
          text("officer_email", "officer at police.example", "officer_email_format"),
          text("record_key", "123e4567-e89b-12d3-a456", "record_key_format"),
          changed(
              List.of("outcome", "bail_until"),
              row -> row.put("outcome", "Charged"),
              "outcome_valid"),
          changed(
              List.of("outcome", "bail_until"),
              row -> {
                row.put("outcome", "BAILED");
                row.put("bail_until", "");
              },
              "bail_has_a_day"),
          changed(
              List.of("outcome", "bail_until"),
              row -> {
                row.put("outcome", "RELEASED");
                row.put("bail_until", "soon");
              },
              "bail_until_type"),
          text("reason", "n/a", "reason_present"),
          text("risk", "", "risk_is_assessed"),
          text("risk", "high", "risk_type", "risk_is_assessed"),
          text("pnc_id", "2099-0000001G", "pnc_id_form"),
          new DetentionFault(
              Damage.NONE,
              List.of("pnc_id"),
              (row, draw) -> row.put("pnc_id", wrongLetter(draw)),
              Set.of("pnc_id_check_letter")),
          text("asn", "99dm000000000000017z", "asn_form"),
          text("asn", "9999ZZ9900000000001A", "asn_check_letter"),
          text("force", "Anywhere", "force_form"),
          text("force", "E23000099", "force_known"),
          LONG_STAY,
          damaged(Damage.FIELD_MISSING),
          damaged(Damage.FIELD_TOO_MANY),
          damaged(Damage.TEXT_BEHIND_QUOTE),
          damaged(Damage.NO_UTF8));

  private static String wrongLetter(Draw draw) {
    return Pnc.wrongIdentifier(draw.between(1950, 2015), draw.below(9_000_000));
  }

  private static DetentionFault text(String column, String text, String... rules) {
    return changed(List.of(column), row -> row.put(column, text), rules);
  }

  private static DetentionFault changed(
      List<String> columns,
      java.util.function.Consumer<Map<String, String>> change,
      String... rules) {
    return new DetentionFault(
        Damage.NONE, columns, (row, draw) -> change.accept(row), Set.of(rules));
  }

  /** A damaged record hides whatever else is wrong with it. */
  private static DetentionFault damaged(Damage damage) {
    return new DetentionFault(damage, List.of(), (row, draw) -> {}, Set.of("parsed"));
  }

  /** Whether a row can have both, and then breaks the rules of both. */
  boolean goesWith(DetentionFault other) {
    return damage == Damage.NONE
        && other.damage == Damage.NONE
        && columns.stream().noneMatch(other.columns::contains);
  }
}
