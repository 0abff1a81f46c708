package org.assize.spark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assize.contract.Usual;
import org.assize.contract.Usual.Strategy;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
  private static final int TRIALS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 10, 14, 30, 100})
  void a_figure_like_all_before_it_is_hardly_ever_unusual_however_few_they_are(int figures) {
    var chance = new Random(figures);
    int unusual = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] values =
          DoubleStream.generate(() -> 1_000 + 50 * chance.nextGaussian()).limit(figures).toArray();
      unusual +=
          expected(Strategy.ROBUST_Z, values).allows(1_000 + 50 * chance.nextGaussian()) ? 0 : 1;
    }

    assertThat((double) unusual / TRIALS).isLessThan(0.001);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 14, 30, 100})
  void half_of_the_usual_is_unusual(int figures) {
    var chance = new Random(figures);
    int found = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] values =
          DoubleStream.generate(() -> 1_000 + 50 * chance.nextGaussian()).limit(figures).toArray();
      found += expected(Strategy.ROBUST_Z, values).allows(500) ? 0 : 1;
    }

    assertThat((double) found / TRIALS).isGreaterThan(figures < 10 ? 0.5 : 0.9);
  }

  @Test
  void one_wild_figure_at_most_doubles_what_is_allowed() {
    double[] calm = {98, 99, 100, 100, 101, 102, 97, 103, 100, 100, 99, 101};
    double[] wild = calm.clone();
    wild[0] = 9_000;

    assertThat(reach(wild)).isLessThanOrEqualTo(2.01 * reach(calm));
  }

  @Test
  void where_most_figures_are_equal_the_others_still_widen_what_is_allowed() {
    assertThat(expected(Strategy.ROBUST_Z, 5, 5, 5, 5, 5, 6, 4, 5).allows(6)).isTrue();
    assertThat(expected(Strategy.ROBUST_Z, 5, 5, 5, 5, 5, 5, 5, 5).allows(6)).isFalse();
  }

  @Test
  void weekdays_are_compared_with_their_like() {
    double[] values = new double[70];
    for (int day = 0; day < values.length; day++) {
      values[day] = day % 7 == 0 ? 100 + day % 3 : 1_000; // the first is a Monday
    }

    Expected expected = expected(Strategy.WEEKDAY, values);

    assertThat(expected.allows(101)).isTrue();
    assertThat(expected.allows(1_000)).isFalse();
  }

  private static double reach(double... values) {
    Expected expected = expected(Strategy.ROBUST_Z, values);
    return expected.high() - expected.low();
  }

  /** What is expected on a Monday after daily figures, the oldest of a Monday too. */
  private static Expected expected(Strategy strategy, double... values) {
    int weeks = (values.length + 6) / 7;
    List<Measurement> history = new ArrayList<>();
    for (int day = 0; day < values.length; day++) {
      history.add(measurement(MONDAY.minus(Duration.ofDays(7L * weeks - day)), values[day]));
    }
    return Expected.of(new Usual(strategy, 4, 7), history, MONDAY).orElseThrow();
  }

  private static Measurement measurement(Instant at, double value) {
    return new Measurement(
        "tags_curated.fix",
        "b",
        "r",
        at,
        "1.0.0",
        "s",
        new RuleResult(
            "volume",
            "completeness",
            "row_count",
            OptionalDouble.of(value),
            1,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            RuleResult.Effect.NONE,
            false),
        true);
  }
}
