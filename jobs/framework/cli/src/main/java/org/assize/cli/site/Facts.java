package org.assize.cli.site;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assize.cli.quality.Score;
import org.assize.cli.quality.TableQuality;
import org.assize.cli.report.StatusWord;
import org.assize.cli.text.Numbers;

/** Large figures side by side, each with its name. */
final class Facts {

  private final Element list = Element.of("dl", "facts");

  Facts add(String name, String value) {
    return add(name, Element.of("span").text(value));
  }

  Facts add(String name, Element value) {
    list.add(Element.of("div").add(Element.of("dt").text(name)).add(Element.of("dd").add(value)));
    return this;
  }

  Element element() {
    return list;
  }

  /** A score with a bar of its length. */
  static Element score(OptionalDouble score) {
    if (score.isEmpty()) {
      return Element.of("span", "faint").text("Not measured");
    }
    String text = Score.text(score.getAsDouble());
    Element bar =
        Element.of("svg", "bar")
            .with("viewBox", "0 0 100 8")
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true")
            .add(Element.of("rect", "all").with("width", "100").with("height", "8"))
            .add(Element.of("rect", "part").with("width", text).with("height", "8"));
    return Element.of("span", "score").add(Element.of("span").text(text)).add(bar);
  }

  static String rows(OptionalLong rows) {
    return rows.isPresent() ? Numbers.count(rows.getAsLong()) : "–";
  }

  /** When a run last worked on the table, and how that ended. */
  static Element lastRun(TableQuality table) {
    if (table.lastRun().isEmpty()) {
      return Element.of("span", "faint").text("Never");
    }
    TableQuality.LastRun run = table.lastRun().get();
    return Element.of("span")
        .add(LondonTime.element(run.at()))
        .add(Element.of("span", "faint").text(" " + StatusWord.of(run.status())));
  }
}
