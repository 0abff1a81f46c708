package org.assize.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void counts_have_a_comma_every_three_digits_and_a_noun_that_agrees() {
    assertThat(Numbers.count(4_812_000)).isEqualTo("4,812,000");
    assertThat(Numbers.count(1, "table")).isEqualTo("1 table");
    assertThat(Numbers.count(0, "table")).isEqualTo("0 tables");
  }

  @Test
  void durations_show_about_two_significant_parts() {
    assertThat(Numbers.duration(Duration.ofMillis(420))).isEqualTo("0.4 s");
    assertThat(Numbers.duration(Duration.ofMillis(59_990))).isEqualTo("59.9 s");
    assertThat(Numbers.duration(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
    assertThat(Numbers.duration(Duration.ofMinutes(61))).isEqualTo("1 h 01 min");
  }

  @Test
  void sizes_are_in_binary_units() {
    assertThat(Numbers.size(512)).isEqualTo("512 bytes");
    assertThat(Numbers.size(3L << 30)).isEqualTo("3.0 GiB");
  }
}
