package org.assize.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Lines drawn over what a terminal shows, so that it neither scrolls nor flickers. */
public final class Frame {

  private static final String HOME = "\u001b[H";
  private static final String CLEAR_TO_THE_RIGHT = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String PLAIN = "\u001b[0m";

  private Frame() {}

  /**
   * What draws lines on a terminal of a size; the cursor is left below them.
   *
   * @param lines coloured or not; what does not fit is left out, aloud, in the middle
   */
  public static String of(List<String> lines, TerminalSize size) {
    var text = new StringBuilder(HOME);
    for (String line : fitting(lines, Math.max(1, size.rows() - 1))) {
      text.append(cut(line, size.columns())).append(CLEAR_TO_THE_RIGHT).append('\n');
    }
    return text.append(CLEAR_BELOW).toString();
  }

  private static List<String> fitting(List<String> lines, int rows) {
    if (lines.size() <= rows) {
      return lines;
    }
    int below = (rows - 1) / 2;
    int above = rows - 1 - below;
    List<String> shown = new ArrayList<>(lines.subList(0, above));
    shown.add("… " + Numbers.count(lines.size() - above - below, "line") + " left out");
    shown.addAll(lines.subList(lines.size() - below, lines.size()));
    return shown;
  }

  /** A line that is not wider than so many columns; what gives it colour takes no column. */
  public static String cut(String line, int columns) {
    if (TextTable.width(line) < columns) {
      return line;
    }
    var text = new StringBuilder();
    int wide = 0;
    for (int i = 0; i < line.length() && wide < columns - 2; ) {
      int end = line.charAt(i) == '\u001b' ? line.indexOf('m', i) + 1 : 0;
      if (end == 0) {
        end = line.offsetByCodePoints(i, 1);
        wide++;
      }
      text.append(line, i, end);
      i = end;
    }
    return text.append('…').append(line.indexOf('\u001b') < 0 ? "" : PLAIN).toString();
  }
}
