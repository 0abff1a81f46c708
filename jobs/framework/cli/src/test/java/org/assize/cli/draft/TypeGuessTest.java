package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.assize.cli.draft.Observed.Kind;
import org.assize.contract.LogicalType;
import org.junit.jupiter.api.Test;

class TypeGuessTest {

  @Test
  void whole_numbers_are_integers_but_leading_zeros_make_a_code() {
    assertThat(type("1", "-20", "0")).isEqualTo(LogicalType.INTEGER);
    assertThat(type("01", "20")).isEqualTo(LogicalType.STRING);
    assertThat(type("1234567890123456789")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void fractions_are_numbers() {
    assertThat(type("1.5", "-3.069158", "2")).isEqualTo(LogicalType.NUMBER);
    assertThat(type("1.5", "e5")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void digits_that_the_supplier_calls_text_stay_text() {
    var column = new Observed();
    column.addText(Kind.TEXT, "1");

    assertThat(TypeGuess.of(column).type()).isEqualTo(LogicalType.STRING);
  }

  @Test
  void iso_dates_need_no_pattern() {
    assertThat(guess("2026-11-16", "2026-02-28").pattern()).hasValueSatisfying(TimePattern::isIso);
  }

  @Test
  void day_first_wins_where_both_orders_fit_and_loses_where_it_cannot_be() {
    assertThat(pattern("01/02/2026", "03/04/2026")).isEqualTo("dd/MM/yyyy");
    assertThat(pattern("01/31/2026", "03/25/2026")).isEqualTo("MM/dd/yyyy");
  }

  @Test
  void single_digits_of_day_and_month_ask_for_the_shorter_pattern() {
    assertThat(pattern("1/2/2026", "13/4/2026")).isEqualTo("d/M/yyyy");
  }

  @Test
  void eight_digits_that_are_all_days_are_dates() {
    assertThat(pattern("20261116", "20260228")).isEqualTo("yyyyMMdd");
    assertThat(type("20261116", "99999999")).isEqualTo(LogicalType.INTEGER);
  }

  @Test
  void a_day_that_does_not_exist_is_a_misfit_not_a_reason_for_text() {
    Guess guess = guess("26/10/2026", "31/11/2026", "27/10/2026");

    assertThat(guess.type()).isEqualTo(LogicalType.DATE);
    assertThat(guess.misfits()).isEqualTo(1);
  }

  @Test
  void many_texts_that_are_no_dates_make_a_column_text() {
    assertThat(type("26/10/2026", "unknown", "27/10/2026")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void timestamps_are_told_by_their_pattern() {
    assertThat(pattern("2026-06-19 13:55:29.000")).isEqualTo("yyyy-MM-dd HH:mm:ss.SSS");
    assertThat(guess("2026-06-19T13:55:29Z", "2026-06-19T13:55:29.120+01:00").pattern())
        .hasValueSatisfying(TimePattern::isIso);
    assertThat(pattern("20260619135529")).isEqualTo("yyyyMMddHHmmss");
  }

  @Test
  void times_of_day_are_times() {
    assertThat(type("09:30", "23:59")).isEqualTo(LogicalType.TIME);
    assertThat(type("09:30", "24:10")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void booleans_are_the_words_seen_and_need_both_of_a_pair() {
    Guess guess = guess("Y", "N", "Y");

    assertThat(guess.type()).isEqualTo(LogicalType.BOOLEAN);
    assertThat(guess.trues()).containsExactly("Y");
    assertThat(guess.falses()).containsExactly("N");
    assertThat(type("Y", "Y")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void words_for_nothing_count_only_where_the_rest_has_a_type() {
    assertThat(guess("1", "N/A", "3").nulls()).containsExactly("N/A");
    assertThat(guess("NA", "PB", "PR").nulls()).isEmpty();
  }

  @Test
  void a_column_of_words_for_nothing_is_text() {
    assertThat(type("-", "-")).isEqualTo(LogicalType.STRING);
  }

  @Test
  void five_misfits_in_a_hundred_are_borne_and_six_are_not() {
    assertThat(typeOfDatesAnd(5)).isEqualTo(LogicalType.DATE);
    assertThat(typeOfDatesAnd(6)).isEqualTo(LogicalType.STRING);
  }

  private static LogicalType typeOfDatesAnd(int misfits) {
    var column = new Observed();
    Collections.nCopies(100 - misfits, "2026-01-02").forEach(t -> column.addText(Kind.FIELD, t));
    Collections.nCopies(misfits, "soon").forEach(text -> column.addText(Kind.FIELD, text));
    return TypeGuess.of(column).type();
  }

  private static Guess guess(String... texts) {
    var column = new Observed();
    List.of(texts).forEach(text -> column.addText(Kind.FIELD, text));
    return TypeGuess.of(column);
  }

  private static LogicalType type(String... texts) {
    return guess(texts).type();
  }

  private static String pattern(String... texts) {
    return guess(texts).pattern().orElseThrow().pattern();
  }
}
