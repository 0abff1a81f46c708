package org.assize.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {

  @Test
  void lines_are_drawn_over_what_was_there_and_the_rest_is_cleared() {
    assertThat(Frame.of(List.of("one", "two"), new TerminalSize(3, 80)))
        .isEqualTo("\u001b[Hone\u001b[K\ntwo\u001b[K\n\u001b[J");
  }

  @Test
  void what_does_not_fit_is_left_out_aloud_between_the_first_and_the_last() {
    String text = Frame.of(List.of("1", "2", "3", "4", "5", "6"), new TerminalSize(5, 80));

    assertThat(text.replace("\u001b[K", ""))
        .isEqualTo("\u001b[H1\n2\n… 3 lines left out\n6\n\u001b[J");
  }

  @Test
  void a_line_is_cut_where_the_terminal_ends_and_its_colour_ends_with_it() {
    assertThat(Frame.cut("abcdef", 7)).isEqualTo("abcdef");
    assertThat(Frame.cut("abcdef", 6)).isEqualTo("abcd…");
    assertThat(Frame.cut(Style.COLOURED.bad("abcdef"), 6)).isEqualTo("\u001b[31mabcd…\u001b[0m");
    assertThat(Frame.cut(Style.COLOURED.bad("abcde"), 6)).isEqualTo("\u001b[31mabcde\u001b[0m");
  }

  @Test
  void a_size_that_nobody_knows_is_the_usual_one() {
    assertThat(TerminalSize.read("50 132\n")).isEqualTo(new TerminalSize(50, 132));
    assertThat(TerminalSize.read("0 0\n")).isEqualTo(new TerminalSize(24, 80));
    assertThat(TerminalSize.read("")).isEqualTo(new TerminalSize(24, 80));
  }
}
