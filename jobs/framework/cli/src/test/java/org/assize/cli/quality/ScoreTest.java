package org.assize.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assize.contract.Measure;
import org.assize.core.RuleResult.Effect;
import org.junit.jupiter.api.Test;

class ScoreTest {

  @Test
  void a_row_rule_is_met_by_the_share_of_rows_that_keep_it() {
    Expectation one = expectation(Measure.BROKEN_ROWS, false, reading(20, 80, Effect.REFUSED));

    assertThat(Score.of(List.of(one))).hasValue(75.0);
  }

  @Test
  void a_measure_is_met_or_not() {
    Expectation met = expectation(Measure.MEAN, false, reading(5, 80, Effect.NONE));
    Expectation warned = expectation(Measure.MEAN, false, reading(5, 80, Effect.WARNED));

    assertThat(Score.of(List.of(met, warned))).hasValue(50.0);
  }

  @Test
  void a_critical_element_counts_three_times() {
    Expectation critical = expectation(Measure.MEAN, true, reading(5, 80, Effect.WARNED));
    Expectation other = expectation(Measure.MEAN, false, reading(5, 80, Effect.NONE));

    assertThat(Score.of(List.of(critical, other))).hasValue(25.0);
  }

  @Test
  void what_was_not_measured_does_not_count() {
    Expectation none = expectation(Measure.MEAN, true);
    Expectation empty = expectation(Measure.BROKEN_ROWS, false, reading(0, 0, Effect.NONE));

    assertThat(Score.of(List.of(none))).isEmpty();
    assertThat(Score.of(List.of(none, empty))).hasValue(100.0);
  }

  @Test
  void a_score_is_rounded_down_so_that_only_a_full_one_looks_full() {
    assertThat(Score.text(99.99)).isEqualTo("99.9");
    assertThat(Score.text(100)).isEqualTo("100.0");
    assertThat(Score.text(87.2)).isEqualTo("87.2");
  }

  private static Expectation expectation(Measure measure, boolean critical, Reading... readings) {
    return new Expectation(
        "rule",
        Dimension.OTHER,
        measure,
        "",
        "A sentence.",
        "",
        "",
        List.of(),
        critical,
        Optional.empty(),
        Disclosure.SHOWN,
        List.of(readings));
  }

  private static Reading reading(double figure, long rows, Effect effect) {
    return new Reading(
        Instant.EPOCH,
        "batch",
        "run",
        "1.0.0",
        OptionalDouble.of(figure),
        rows,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        effect,
        false,
        false);
  }
}
