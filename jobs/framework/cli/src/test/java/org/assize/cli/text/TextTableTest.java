package org.assize.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assize.cli.text.TextTable.Side;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columns_are_as_wide_as_their_widest_cell_and_lines_end_without_blanks() {
    var table = new TextTable(Side.LEFT, Side.RIGHT, Side.LEFT);
    table.row("table", "rows", "note");
    table.row("a/b", "4,812", "");

    assertThat(table.lines()).containsExactly("table   rows  note", "a/b    4,812");
  }

  @Test
  void colours_take_no_width() {
    var table = TextTable.leftAligned(2);
    table.row(Style.COLOURED.good("ok"), "x");
    table.row("held", "y");

    assertThat(table.lines()).containsExactly("\u001b[32mok\u001b[0m    x", "held  y");
  }

  @Test
  void letters_outside_the_basic_plane_count_once() {
    var table = TextTable.leftAligned(2);
    table.row("\uD83D\uDD12", "x");
    table.row("é", "y");

    assertThat(table.lines()).containsExactly("\uD83D\uDD12  x", "é  y");
  }

  @Test
  void a_row_of_the_wrong_length_is_refused() {
    var table = TextTable.leftAligned(2);

    assertThatThrownBy(() -> table.row("only one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A row of 1 cells in a table of 2 columns");
  }
}
