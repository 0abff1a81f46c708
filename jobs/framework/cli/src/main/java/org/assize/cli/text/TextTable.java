package org.assize.cli.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows and columns of text, each column as wide as its widest cell. Not thread-safe. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with one column for each side. */
  public TextTable(Side... sides) {
    this.sides = List.of(sides);
  }

  /** A table whose columns all begin at the left. */
  public static TextTable leftAligned(int columns) {
    return new TextTable(Collections.nCopies(columns, Side.LEFT).toArray(Side[]::new));
  }

  /** Adds a row. */
  public void row(String... cells) {
    row(List.of(cells));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell for each column
   */
  public void row(List<String> cells) {
    if (cells.size() != sides.size()) {
      throw new IllegalArgumentException(
          "A row of " + cells.size() + " cells in a table of " + sides.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines() {
    int[] widths = new int[sides.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    var text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (i > 0) {
        text.append(GAP);
      }
      String padding = " ".repeat(widths[i] - width(row.get(i)));
      text.append(sides.get(i) == Side.RIGHT ? padding + row.get(i) : row.get(i) + padding);
    }
    return text.toString().stripTrailing();
  }

  static int width(String cell) {
    String visible = cell.indexOf('\u001b') < 0 ? cell : cell.replaceAll("\u001b\\[[0-9;]*m", "");
    return visible.codePointCount(0, visible.length());
  }

  /** Where a column's cells stand. */
  public enum Side {
    LEFT,
    RIGHT
  }
}
