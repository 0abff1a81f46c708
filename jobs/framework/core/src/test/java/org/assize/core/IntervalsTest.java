package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assize.contract.Interval;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  private static Intervals london(Interval.Grain grain) {
    return new Intervals(new Interval("at", grain, ZoneId.of("Europe/London"), false));
  }

  @Test
  void a_london_day_lasts_23_hours_in_march_and_25_in_october() {
    DataInterval march = london(Interval.Grain.DAY).of(LocalDate.parse("2026-03-29"));
    DataInterval october = london(Interval.Grain.DAY).of(LocalDate.parse("2026-10-25"));

    assertThat(Duration.between(march.start(), march.end())).hasHours(23);
    assertThat(Duration.between(october.start(), october.end())).hasHours(25);
    assertThat(march).hasToString("2026-03-29T00:00:00Z/2026-03-29T23:00:00Z");
  }

  @Test
  void days_over_a_clock_change_touch_without_gap_or_overlap() {
    List<DataInterval> days =
        london(Interval.Grain.DAY).covering(span("2026-10-24T12:00:00Z", "2026-10-27T00:00:00Z"));

    assertThat(days).hasSize(3);
    for (int i = 1; i < days.size(); i++) {
      assertThat(days.get(i).start()).isEqualTo(days.get(i - 1).end());
    }
  }

  @Test
  void hours_go_on_through_both_clock_changes() {
    assertThat(
            london(Interval.Grain.HOUR)
                .covering(span("2026-10-25T00:00:00Z", "2026-10-25T03:00:00Z")))
        .hasSize(3)
        .allSatisfy(hour -> assertThat(Duration.between(hour.start(), hour.end())).hasHours(1));
  }

  @Test
  void a_month_is_one_of_the_zone() {
    assertThat(london(Interval.Grain.MONTH).of(Instant.parse("2026-06-30T23:30:00Z")))
        .isEqualTo(span("2026-06-30T23:00:00Z", "2026-07-31T23:00:00Z"));
  }

  @Test
  void what_touches_is_joined_and_what_does_not_stays_apart() {
    assertThat(
            Intervals.coalesced(
                List.of(
                    span("2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"),
                    span("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
                    span("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z"))))
        .containsExactly(
            span("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z"),
            span("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z"));
  }

  @Test
  void an_interval_that_ends_before_it_starts_is_refused() {
    assertThatThrownBy(() -> span("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("An interval ends after it starts");
  }

  private static DataInterval span(String start, String end) {
    return new DataInterval(Instant.parse(start), Instant.parse(end));
  }
}
