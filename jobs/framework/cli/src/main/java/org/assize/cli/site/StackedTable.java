package org.assize.cli.site;

import java.util.List;

/**
 * A table that becomes a list of cards on a narrow screen. The first cell of a row is its heading.
 * Roles are named because a browser forgets them where a table is laid out otherwise.
 */
final class StackedTable {

  private final List<String> headings;
  private final Element body = Element.of("tbody").with("role", "rowgroup");
  private final String caption;
  private final String style;

  /**
   * A table without rows.
   *
   * @param style class of the style sheet
   */
  StackedTable(String style, String caption, List<String> headings) {
    this.style = style;
    this.caption = caption;
    this.headings = List.copyOf(headings);
  }

  /** Adds a row; each cell is a {@code span} or {@code div} that the table puts in its place. */
  void row(List<Element> cells) {
    Element row = Element.of("tr").with("role", "row");
    for (int i = 0; i < cells.size(); i++) {
      Element cell =
          i == 0
              ? Element.of("th").with("scope", "row").with("role", "rowheader")
              : Element.of("td").with("role", "cell").with("data-label", headings.get(i));
      row.add(cell.with("class", "c" + i).add(cells.get(i)));
    }
    body.add(row);
  }

  Element element() {
    Element head = Element.of("tr").with("role", "row");
    for (int i = 0; i < headings.size(); i++) {
      head.add(
          Element.of("th", "c" + i)
              .with("scope", "col")
              .with("role", "columnheader")
              .text(headings.get(i)));
    }
    return Element.of("table", "stacked " + style)
        .with("role", "table")
        .add(Element.of("caption").text(caption))
        .add(Element.of("thead").with("role", "rowgroup").add(head))
        .add(body);
  }
}
