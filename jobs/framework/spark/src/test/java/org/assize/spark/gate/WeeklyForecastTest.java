package org.assize.spark.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.deequ.anomalydetection.seasonal.HoltWinters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.assize.contract.Usual;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Console$;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** The weekly forecast is Deequ's: its bounds say what Deequ says, and can be kept. */
class WeeklyForecastTest {

  private static final Usual USUAL = new Usual(Usual.Strategy.HOLT_WINTERS, 4, 1);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261123})
  void the_bounds_are_those_that_deequ_judges_by(long seed) {
    double[] series = series(new Random(seed), 35);
    WeeklyForecast next = WeeklyForecast.after(series).orElseThrow();
    double reach = 1.96 * next.spread();

    assertThat(next.spread()).isPositive();
    for (double share : new double[] {-1.02, -0.98, -0.5, 0, 0.5, 0.98, 1.02}) {
      assertThat(isAnomaly(series, next.value() + share * reach))
          .as("seed %d, %s of the way to the bound", seed, share)
          .isEqualTo(Math.abs(share) > 1);
    }
  }

  @Test
  void a_weekend_is_no_anomaly_and_the_same_figure_on_a_weekday_is_one() {
    double[] series = series(new Random(5), 40);
    List<Measurement> history = history(LocalDate.of(2026, 1, 5), series);

    Expected saturday = Expected.of(USUAL, history, noon(LocalDate.of(2026, 2, 14))).orElseThrow();
    Expected monday =
        Expected.of(
                USUAL,
                history(LocalDate.of(2026, 1, 5), series(new Random(5), 42)),
                noon(LocalDate.of(2026, 2, 16)))
            .orElseThrow();

    assertThat(saturday.allows(24)).isTrue();
    assertThat(monday.allows(24)).isFalse();
    assertThat(monday.allows(104)).isTrue();
    assertThat(saturday.high()).isLessThan(monday.low());
  }

  @Test
  void nothing_is_printed() {
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, UTF_8));
      WeeklyForecast.after(series(new Random(1), 21));
    } finally {
      System.setOut(out);
    }

    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_history_that_never_changed_allows_the_same_once_more() {
    double[] series = new double[21];
    Arrays.fill(series, 100);
    LocalDate first = LocalDate.of(2026, 1, 5);

    Expected next =
        Expected.of(USUAL, history(first, series), noon(first.plusDays(21))).orElseThrow();

    assertThat(next.allows(100)).isTrue();
    assertThat(next.allows(90)).isFalse();
  }

  @Test
  void two_whole_weeks_must_be_known() {
    double[] series = series(new Random(1), 14);
    LocalDate first = LocalDate.of(2026, 1, 5);

    assertThat(Expected.of(USUAL, history(first, series), noon(first.plusDays(13)))).isEmpty();
    assertThat(Expected.of(USUAL, history(first, series), noon(first.plusDays(14)))).isPresent();
  }

  @Test
  void days_without_a_figure_have_that_of_the_weekday_before_and_the_last_of_a_day_counts() {
    LocalDate first = LocalDate.of(2026, 1, 5);
    List<Measurement> history = new ArrayList<>(history(first, new double[] {1, 2, 3, 4, 5, 6, 7}));
    history.add(measurement(noon(first.plusDays(8)), 20));
    history.add(measurement(noon(first.plusDays(8)).plusSeconds(60), 22));
    history.add(measurement(noon(first.plusDays(10)), 99));

    assertThat(DailySeries.until(history, first.plusDays(10)))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 1, 22, 3);
  }

  /** Weekdays about 100 and rising, weekends about 20. */
  private static double[] series(Random chance, int days) {
    double[] figures = new double[days];
    for (int i = 0; i < days; i++) {
      figures[i] = (i % 7 < 5 ? 100 : 20) + 0.1 * i + 2 * chance.nextGaussian();
    }
    return figures;
  }

  private static boolean isAnomaly(double[] series, double next) {
    List<Object> all = new ArrayList<>();
    for (double figure : series) {
      all.add(figure);
    }
    all.add(next);
    var vector = JavaConverters.asScalaBuffer(all).toVector();
    // Deequ prints what it chose.
    return Console$.MODULE$.withOut(
        new ByteArrayOutputStream(),
        () ->
            new HoltWinters(WeeklyForecast.WEEK)
                .detect(vector, new Tuple2<>(series.length, series.length + 1))
                .nonEmpty());
  }

  private static List<Measurement> history(LocalDate first, double[] series) {
    List<Measurement> history = new ArrayList<>();
    for (int i = 0; i < series.length; i++) {
      history.add(measurement(noon(first.plusDays(i)), series[i]));
    }
    return history;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant();
  }

  private static Measurement measurement(Instant at, double value) {
    var none = OptionalDouble.empty();
    var result =
        new RuleResult(
            "volume",
            "",
            "row_count",
            OptionalDouble.of(value),
            1,
            none,
            none,
            RuleResult.Effect.NONE,
            false);
    return new Measurement("t", "b" + at, "r", at, "1.0.0", "", result, true);
  }
}
