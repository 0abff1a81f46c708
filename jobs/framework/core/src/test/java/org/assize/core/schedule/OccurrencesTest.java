package org.assize.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.assize.contract.Cron;
import org.assize.core.DataInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The intervals that Airflow gives over the days on which London's clocks change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 2 * * *  | 2026-03-28T02:00:00Z | 2026-03-29T01:00:00Z",
        "0 2 * * *  | 2026-10-24T01:00:00Z | 2026-10-25T02:00:00Z",
        "0 0 * * *  | 2026-03-29T00:00:00Z | 2026-03-29T23:00:00Z",
        "0 0 * * *  | 2026-10-24T23:00:00Z | 2026-10-26T00:00:00Z",
        "30 1 * * * | 2026-03-28T01:30:00Z | 2026-03-29T01:30:00Z",
        "30 1 * * * | 2026-03-29T01:30:00Z | 2026-03-30T00:30:00Z",
        "30 1 * * * | 2026-10-24T00:30:00Z | 2026-10-25T01:30:00Z",
        "30 1 * * * | 2026-10-25T01:30:00Z | 2026-10-26T01:30:00Z",
        "0 * * * *  | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z",
        "0 * * * *  | 2026-10-25T00:00:00Z | 2026-10-25T01:00:00Z",
        "0 * * * *  | 2026-10-25T01:00:00Z | 2026-10-25T02:00:00Z"
      })
  void intervals_touch_when_clocks_change(String cron, Instant start, Instant end) {
    var occurrences = new Occurrences(Cron.parse(cron), LONDON);

    assertThat(occurrences.next(start)).isEqualTo(end);
    assertThat(occurrences.last(end)).isEqualTo(end);
    assertThat(occurrences.last(end.minusSeconds(1))).isEqualTo(start);
    assertThat(occurrences.around(start)).isEqualTo(new DataInterval(start, end));
  }

  @Test
  void a_day_has_23_or_25_hours() {
    var hourly = new Occurrences(Cron.parse("0 * * * *"), LONDON);

    assertThat(hourly.between(at("2026-03-29T00:00:00Z"), at("2026-03-29T23:00:00Z"))).hasSize(23);
    assertThat(hourly.between(at("2026-10-24T23:00:00Z"), at("2026-10-26T00:00:00Z"))).hasSize(25);
  }

  @Test
  void intervals_between_two_instants_are_whole() {
    var daily = new Occurrences(Cron.parse("0 5 * * *"), LONDON);

    List<DataInterval> intervals =
        daily.between(at("2026-11-20T04:00:00Z"), at("2026-11-23T04:59:00Z"));

    assertThat(intervals)
        .containsExactly(
            new DataInterval(at("2026-11-20T05:00:00Z"), at("2026-11-21T05:00:00Z")),
            new DataInterval(at("2026-11-21T05:00:00Z"), at("2026-11-22T05:00:00Z")));
  }

  @Test
  void a_time_that_clocks_skip_is_found() {
    Instant now = at("2026-11-23T00:00:00Z");

    assertThat(new Occurrences(Cron.parse("30 1 * * *"), LONDON).skipped(now))
        .contains(LocalDateTime.parse("2027-03-28T01:30"));
    assertThat(new Occurrences(Cron.parse("30 2 * * *"), LONDON).skipped(now)).isEmpty();
    assertThat(new Occurrences(Cron.parse("30 * * * *"), LONDON).skipped(now)).isEmpty();
    assertThat(new Occurrences(Cron.parse("30 1 * * *"), ZoneId.of("UTC")).skipped(now)).isEmpty();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
