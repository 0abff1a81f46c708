package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {

  @Test
  void numbers_are_for_ever() {
    assertThat(Fault.values())
        .extracting(fault -> fault.code() + " " + fault.word())
        .containsExactly(
            "1 undecodable", "2 malformed", "3 field_count", "4 path_missing", "5 column_missing");
    assertThat(Fault.of(3)).contains(Fault.FIELD_COUNT);
    assertThat(Fault.of(Fault.NONE)).isEmpty();
    assertThat(Fault.of(6)).isEmpty();
  }
}
