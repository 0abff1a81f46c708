package org.assize.cli.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assize.cli.quality.Dimension;
import org.assize.cli.quality.Expectation;

/** The expectations of a table, one HTML table for each dimension, what needs a look first. */
record ExpectationTables(List<Expectation> expectations) {

  private static final List<String> HEADINGS =
      List.of("Expectation", "Last result", "Outcome", "Trend");

  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    elements.add(Element.of("h2").text("Expectations"));
    if (expectations.isEmpty()) {
      elements.add(Element.of("p").text("The contract of this table expects nothing of its rows."));
    }
    for (Dimension dimension : Dimension.values()) {
      List<Expectation> of =
          expectations.stream()
              .filter(expectation -> expectation.dimension() == dimension)
              .sorted(Comparator.comparingInt(ResultWords::urgency))
              .toList();
      if (!of.isEmpty()) {
        elements.add(Element.of("h3").text(dimension.title()));
        elements.add(Element.of("p", "meaning").text(dimension.meaning()));
        elements.add(table(dimension, of));
      }
    }
    return elements;
  }

  private static Element table(Dimension dimension, List<Expectation> expectations) {
    String caption = "Expectations of " + dimension.title().toLowerCase(java.util.Locale.ROOT);
    var table = new StackedTable("expectations", caption, HEADINGS);
    for (Expectation expectation : expectations) {
      table.row(
          List.of(
              words(expectation),
              Element.of("span")
                  .text(
                      expectation
                          .last()
                          .map(reading -> ResultWords.figure(expectation, reading))
                          .orElse("–")),
              ResultWords.outcome(expectation),
              new Trend(expectation, "t-" + expectation.rule()).element()));
    }
    return table.element();
  }

  private static Element words(Expectation expectation) {
    String limit = expectation.limit().isEmpty() ? "" : " " + expectation.limit();
    Element small = Element.of("p", "small").add(Element.of("code").text(expectation.rule()));
    if (expectation.isCritical()) {
      small.text(" ").add(Element.of("span", "critical").text("critical element"));
    }
    small.text(" " + expectation.consequence());
    return Element.of("div")
        .add(Element.of("p", "sentence").text(expectation.sentence() + limit))
        .add(small);
  }
}
