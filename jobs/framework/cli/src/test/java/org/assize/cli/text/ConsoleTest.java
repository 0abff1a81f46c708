package org.assize.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assize.cli.text.Console.Screen;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void there_are_colours_only_on_a_terminal_without_no_color() {
    assertThat(Console.style(Screen.TERMINAL, Map.of())).isEqualTo(Style.COLOURED);
    assertThat(Console.style(Screen.TERMINAL, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
    assertThat(Console.style(Screen.TERMINAL, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
    assertThat(Console.style(Screen.PAPER, Map.of())).isEqualTo(Style.PLAIN);
  }
}
