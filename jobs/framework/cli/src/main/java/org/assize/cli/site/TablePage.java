package org.assize.cli.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assize.cli.quality.Disclosure;
import org.assize.cli.quality.Score;
import org.assize.cli.quality.TableQuality;
import org.assize.cli.text.Numbers;
import org.assize.contract.Exemption;
import org.assize.core.RuleResult.Effect;

/** The page of one table. */
record TablePage(TableQuality table, Instant madeAt) {

  /** The page's file, beside the first page. */
  static String file(TableQuality table) {
    return table.contract().name().domain() + "." + table.contract().name().table() + ".html";
  }

  String html() {
    String name = IndexPage.title(table.contract().name().table());
    String domain = IndexPage.title(table.contract().name().domain());
    List<Element> content = new ArrayList<>();
    content.add(Element.of("p", "over").text(domain));
    content.add(Element.of("h1").text(name));
    if (!table.contract().description().isBlank()) {
      content.add(Element.of("p", "lead").text(table.contract().description()));
    }
    content.add(summary());
    content.add(
        Element.of("p", "faint")
            .text(owner() + " Contract version " + table.contract().version() + "."));
    waiting(content);
    content.addAll(new ExpectationTables(table.expectations()).elements());
    refused(content);
    exemptions(content);
    restricted(content);
    content.add(Element.of("h2").text("How the score is made"));
    content.add(Element.of("p").text(Score.DEFINITION));
    List<Element> way =
        List.of(
            Page.link("index.html", "All tables"),
            Element.of("span").with("aria-current", "page").text(name));
    return Page.of(name + ", " + domain + ": data quality", "index.html", way, content, madeAt);
  }

  private Element summary() {
    long measured = table.expectations().stream().filter(one -> one.last().isPresent()).count();
    long met =
        table.expectations().stream()
            .filter(one -> one.last().filter(r -> r.effect() == Effect.NONE).isPresent())
            .count();
    return new Facts()
        .add("Last verdict", Badge.of(table.standing().tone(), table.standing().words()))
        .add("Score", Facts.score(table.score()))
        .add("Expectations met", met + " of " + measured)
        .add("Rows published", Facts.rows(table.rows().visible()))
        .add("Rows refused", Numbers.count(table.rows().refused()))
        .add("Last run", Facts.lastRun(table))
        .element();
  }

  private String owner() {
    String owner = table.contract().owner();
    return "Owner: " + (owner.isBlank() ? "nobody is named" : owner) + ".";
  }

  private void waiting(List<Element> content) {
    if (table.held().isEmpty()) {
      return;
    }
    int count = table.held().size();
    String batches = count == 1 ? "A batch waits" : count + " batches wait";
    Element notice =
        Element.of("section", "notice bad")
            .with("aria-labelledby", "held")
            .add(Element.of("h2").with("id", "held").text(batches + " for a decision"))
            .add(
                Element.of("p")
                    .text("Readers keep seeing the last good version. Accept or drop what waits:"));
    for (String batch : table.held()) {
      notice.add(
          Element.of("p")
              .add(Element.of("code").text("assize quality accept " + batch + " --reason \"…\"")));
    }
    content.add(notice);
  }

  private void refused(List<Element> content) {
    content.add(Element.of("h2").text("Refused rows"));
    if (table.rows().refusedBy().isEmpty()) {
      content.add(Element.of("p").text("No row of this table waits in quarantine."));
      return;
    }
    content.add(
        Element.of("p")
            .text(
                Numbers.count(table.rows().refused(), "row")
                    + " in quarantine. A row that broke several rules is counted by each."));
    var rows =
        new StackedTable(
            "refused", "Rows in quarantine by the rule that refused them", List.of("Rule", "Rows"));
    for (Map.Entry<String, Long> rule : table.rows().refusedBy().entrySet()) {
      rows.row(
          List.of(
              Element.of("code").text(rule.getKey()),
              Element.of("span").text(Numbers.count(rule.getValue()))));
    }
    content.add(rows.element());
  }

  private void exemptions(List<Element> content) {
    content.add(Element.of("h2").text("Exemptions"));
    var rows =
        new StackedTable(
            "exempt",
            "Expectations that are measured without effect for a while",
            List.of("Rule", "Until", "Reason", "Approved by"));
    boolean none = true;
    for (var expectation : table.expectations()) {
      if (expectation.exemption().isPresent()) {
        none = false;
        Exemption exemption = expectation.exemption().get();
        boolean ended = exemption.until().isBefore(LondonTime.today(madeAt));
        rows.row(
            List.of(
                Element.of("code").text(expectation.rule()),
                Element.of("span")
                    .text(LondonTime.day(exemption.until()) + (ended ? " (ended)" : "")),
                Element.of("span").text(exemption.reason()),
                Element.of("span").text(exemption.approver())));
      }
    }
    content.add(none ? Element.of("p").text("No expectation is exempted.") : rows.element());
  }

  private void restricted(List<Element> content) {
    List<String> names = Disclosure.restrictedColumns(table.contract()).stream().sorted().toList();
    if (names.isEmpty()) {
      return;
    }
    Element list = Element.of("ul", "names");
    names.forEach(name -> list.add(Element.of("li").add(Element.of("code").text(name))));
    content.add(Element.of("h2").text("Restricted columns"));
    content.add(
        Element.of("p")
            .text("Of these columns the report counts broken rows, and shows no other figure."));
    content.add(list);
  }
}
