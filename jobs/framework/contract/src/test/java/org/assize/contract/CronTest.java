package org.assize.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

  /** 23 November 2026 is a Monday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 5 * * *         | 2026-11-23T05:00 | 2026-11-24T05:00",
        "0 5 * * *         | 2026-11-23T04:59 | 2026-11-23T05:00",
        "*/20 * * * *      | 2026-11-23T05:00 | 2026-11-23T05:20",
        "5/20 * * * *      | 2026-11-23T05:26 | 2026-11-23T05:45",
        "0 7 * * 1         | 2026-11-23T07:00 | 2026-11-30T07:00",
        "0 7 * * MON-FRI   | 2026-11-27T07:00 | 2026-11-30T07:00",
        "0 7 * * 7         | 2026-11-23T00:00 | 2026-11-29T07:00",
        "0 0 29 2 *        | 2026-11-23T00:00 | 2028-02-29T00:00",
        "30 6 1,15 * *     | 2026-11-23T00:00 | 2026-12-01T06:30",
        "0 0 13 * FRI      | 2026-11-23T00:00 | 2026-11-27T00:00",
        "0 0 1 JAN-MAR/2 * | 2026-11-23T00:00 | 2027-01-01T00:00",
        "59 23 31 12 *     | 2026-12-31T23:59 | 2027-12-31T23:59"
      })
  void comes_next(String cron, LocalDateTime after, LocalDateTime next) {
    assertThat(Cron.parse(cron).next(after)).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 5 * *         | It has 4 fields.",
        "61 5 * * *      | `61` is no minute.",
        "0 24 * * *      | `24` is no hour.",
        "0 5 0 * *       | `0` is no day of the month.",
        "0 5 * FOO *     | `FOO` is no month.",
        "0 5 * * 8       | `8` is no day of the week.",
        "0 5 * * FRI-MON | `FRI-MON` is no day of the week.",
        "*/0 5 * * *     | `*/0` is no minute.",
        "1/99999 5 * * * | `1/99999` is no minute.",
        "0 0 31 2 *      | Such a day never comes.",
        "@daily          | It has 1 fields."
      })
  void says_what_cannot_be_read(String cron, String cause) {
    assertThat(Cron.faults(cron)).containsExactly(cause);
    assertThatThrownBy(() -> Cron.parse(cron))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(cause);
  }

  @Test
  void every_fault_is_told_at_once() {
    assertThat(Cron.faults("x 25 * * *")).containsExactly("`x` is no minute.", "`25` is no hour.");
  }
}
