package org.assize.cli.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assize.cli.quality.Expectation;
import org.assize.cli.quality.Reading;
import org.assize.cli.quality.RuleWords;

/**
 * A small picture of the figures of the last batches, the band that was usual behind them, held
 * batches as hollow diamonds. Words that say the same belong to it.
 */
final class Trend {

  /** Batches that a picture shows. */
  static final int BATCHES = 30;

  private static final double WIDTH = 180;
  private static final double HEIGHT = 44;
  private static final double EDGE = 6;

  private final List<Reading> readings;
  private final String id;
  private final double least;
  private final double greatest;
  private final String unit;

  Trend(Expectation expectation, String id) {
    List<Reading> all =
        expectation.readings().stream().filter(one -> one.figure().isPresent()).toList();
    this.readings = all.subList(Math.max(0, all.size() - BATCHES), all.size());
    this.id = id;
    this.unit = expectation.unit();
    List<Double> numbers = readings.stream().flatMap(Trend::numbers).toList();
    this.least = numbers.stream().mapToDouble(number -> number).min().orElse(0);
    this.greatest = numbers.stream().mapToDouble(number -> number).max().orElse(0);
  }

  /** The picture; a sentence where there are too few figures for one. */
  Element element() {
    if (readings.size() < 2) {
      return Element.of("span", "faint")
          .text(readings.isEmpty() ? "No figures" : "One batch so far");
    }
    Element picture =
        Element.of("svg", "trend")
            .with("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
            .with("width", "" + (int) WIDTH)
            .with("height", "" + (int) HEIGHT)
            .with("role", "img")
            .with("aria-labelledby", id + "-t " + id + "-d")
            .add(Element.of("title").with("id", id + "-t").text(title()))
            .add(Element.of("desc").with("id", id + "-d").text(description()));
    band().forEach(picture::add);
    picture.add(line());
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).isHeld()) {
        picture.add(diamond(x(i), y(readings.get(i).figure().orElse(0))));
      } else if (i == readings.size() - 1) {
        picture.add(
            Element.of("circle", "now")
                .with("cx", at(x(i)))
                .with("cy", at(y(readings.get(i).figure().orElse(0))))
                .with("r", "3.5"));
      }
    }
    return picture;
  }

  private String title() {
    return "Trend over " + readings.size() + " batches";
  }

  private String description() {
    Reading last = readings.get(readings.size() - 1);
    double low = readings.stream().mapToDouble(one -> one.figure().orElse(0)).min().orElse(0);
    double high = readings.stream().mapToDouble(one -> one.figure().orElse(0)).max().orElse(0);
    long held = readings.stream().filter(Reading::isHeld).count();
    var words = new StringBuilder();
    words
        .append("From " + LondonTime.day(readings.get(0).at()))
        .append(" to " + LondonTime.day(last.at()))
        .append(": between " + number(low) + " and " + number(high))
        .append(", last " + number(last.figure().orElse(0)) + ".");
    if (last.low().isPresent() && last.high().isPresent()) {
      words
          .append(" Usual for the last: " + number(last.low().getAsDouble()))
          .append(" to " + number(last.high().getAsDouble()) + ".");
    }
    if (held > 0) {
      words.append(" " + held + (held == 1 ? " batch was" : " batches were") + " held back.");
    }
    return words.toString();
  }

  private String number(double value) {
    return RuleWords.number(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static Stream<Double> numbers(Reading reading) {
    return Stream.of(reading.figure(), reading.low(), reading.high())
        .filter(number -> number.isPresent())
        .map(number -> number.getAsDouble());
  }

  /** One area for each run of batches that have a band. */
  private List<Element> band() {
    List<Element> areas = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= readings.size(); i++) {
      if (i == readings.size() || readings.get(i).low().isEmpty()) {
        if (i - from >= 1) {
          areas.add(area(from, i));
        }
        from = i + 1;
      }
    }
    return areas;
  }

  private Element area(int from, int to) {
    // A band of one batch would have no width.
    double margin = to - from == 1 ? 3 : 0;
    var points = new StringBuilder();
    for (int i = from; i < to; i++) {
      points.append(point(x(i) - margin, y(readings.get(i).high().orElse(0))));
    }
    if (margin > 0) {
      points.append(point(x(from) + margin, y(readings.get(from).high().orElse(0))));
      points.append(point(x(from) + margin, y(readings.get(from).low().orElse(0))));
    }
    for (int i = to - 1; i >= from; i--) {
      points.append(point(x(i) - margin, y(readings.get(i).low().orElse(0))));
    }
    return Element.of("polygon", "band").with("points", points.toString().strip());
  }

  private Element line() {
    var points = new StringBuilder();
    for (int i = 0; i < readings.size(); i++) {
      points.append(point(x(i), y(readings.get(i).figure().orElse(0))));
    }
    return Element.of("polyline", "line").with("points", points.toString().strip());
  }

  private static Element diamond(double x, double y) {
    String points = point(x, y - 5) + point(x + 5, y) + point(x, y + 5) + point(x - 5, y);
    return Element.of("polygon", "held").with("points", points.strip());
  }

  private double x(int batch) {
    return EDGE + batch * (WIDTH - 2 * EDGE) / (readings.size() - 1);
  }

  private double y(double value) {
    double share = greatest == least ? 0.5 : (value - least) / (greatest - least);
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  }

  private static String point(double x, double y) {
    return at(x) + "," + at(y) + " ";
  }

  private static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
