package org.assize.cli.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assize.cli.quality.Score;
import org.assize.cli.quality.Standing;
import org.assize.cli.quality.Standing.Tone;
import org.assize.cli.quality.TableQuality;
import org.assize.cli.text.Numbers;

/** The first page: every table, by domain. */
record IndexPage(List<TableQuality> tables, Instant madeAt) {

  private static final List<String> HEADINGS =
      List.of("Table", "Last verdict", "Score", "Rows", "Refused rows", "Last run");

  String html() {
    List<Element> content = new ArrayList<>();
    content.add(Element.of("h1").text("Data quality"));
    content.add(
        Element.of("p", "lead")
            .text("How well each table keeps its contract, as its last batch was judged."));
    content.add(summary());
    attention(content);
    byDomain().forEach((domain, members) -> content.addAll(section(domain, members)));
    content.add(Element.of("h2").text("How to read this"));
    content.add(Element.of("p").text(Score.DEFINITION + " The score of all is the tables' mean."));
    content.add(verdicts());
    return Page.of("Data quality", "index.html", List.of(), content, madeAt);
  }

  private Element summary() {
    OptionalDouble score =
        tables.stream().flatMapToDouble(table -> table.score().stream()).average();
    long rows = tables.stream().mapToLong(table -> table.rows().visible().orElse(0)).sum();
    long refused = tables.stream().mapToLong(table -> table.rows().refused()).sum();
    return new Facts()
        .add("Score of all tables", Facts.score(score))
        .add("Tables", Numbers.count(tables.size()))
        .add("Held back", Numbers.count(held().size()))
        .add("Rows published", Numbers.count(rows))
        .add("Rows refused", Numbers.count(refused))
        .element();
  }

  private List<TableQuality> held() {
    return tables.stream()
        .filter(table -> table.standing() == Standing.HELD || !table.held().isEmpty())
        .toList();
  }

  private void attention(List<Element> content) {
    if (held().isEmpty()) {
      return;
    }
    Element list = Element.of("ul");
    for (TableQuality table : held()) {
      list.add(
          Element.of("li")
              .add(Page.link(TablePage.file(table), title(table.contract().name().table())))
              .text(", " + title(table.contract().name().domain())));
    }
    content.add(
        Element.of("section", "notice bad")
            .with("aria-labelledby", "held")
            .add(Element.of("h2").with("id", "held").text("Held back, waiting for a decision"))
            .add(Element.of("p").text("Readers keep seeing the last good version of these tables."))
            .add(list));
  }

  private Map<String, List<TableQuality>> byDomain() {
    Map<String, List<TableQuality>> byDomain = new LinkedHashMap<>();
    for (TableQuality table : tables) {
      byDomain
          .computeIfAbsent(table.contract().name().domain(), domain -> new ArrayList<>())
          .add(table);
    }
    return byDomain;
  }

  private static List<Element> section(String domain, List<TableQuality> members) {
    var table =
        new StackedTable("index", "Tables of " + title(domain) + " and how they stand", HEADINGS);
    for (TableQuality member : members) {
      table.row(
          List.of(
              Page.link(TablePage.file(member), title(member.contract().name().table())),
              Badge.of(member.standing().tone(), member.standing().words()),
              Facts.score(member.score()),
              Element.of("span").text(Facts.rows(member.rows().visible())),
              Element.of("span").text(Numbers.count(member.rows().refused())),
              Facts.lastRun(member)));
    }
    return List.of(Element.of("h2").text(title(domain)), table.element());
  }

  private static Element verdicts() {
    Element list = Element.of("dl", "words");
    word(list, Tone.GOOD, "Published", "Every expectation was met.");
    word(
        list,
        Tone.DOUBTFUL,
        "Published, rows refused",
        "Rows that broke the contract were kept out and lie in quarantine; the others are there.");
    word(list, Tone.DOUBTFUL, "Published with warnings", "Something is off, and nothing was lost.");
    word(
        list,
        Tone.BAD,
        "Held back",
        "Nothing of the batch is visible until somebody accepts or drops it.");
    return list;
  }

  private static void word(Element list, Tone tone, String word, String meaning) {
    list.add(
        Element.of("div")
            .add(Element.of("dt").add(Badge.of(tone, word)))
            .add(Element.of("dd").text(meaning)));
  }

  /** A name as a title: {@code street_crime} is Street crime. */
  static String title(String name) {
    String words = name.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
