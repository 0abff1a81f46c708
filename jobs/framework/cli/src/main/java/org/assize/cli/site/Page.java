package org.assize.cli.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What all pages share: head, skip link, banner and foot. */
final class Page {

  /** How a page of the report is known again. */
  static final String GENERATOR = "Assize quality report";

  private Page() {}

  static Element link(String to, String words) {
    return Element.of("a").with("href", to).text(words);
  }

  /**
   * A whole page.
   *
   * @param way links that lead to the page from the first one; empty on the first
   * @param home address of the first page from this one
   */
  static String of(
      String title, String home, List<Element> way, List<Element> content, Instant madeAt) {
    Element head =
        Element.of("head")
            .add(Element.of("meta").with("charset", "utf-8"))
            .add(meta("viewport", "width=device-width, initial-scale=1"))
            .add(meta("generator", GENERATOR))
            .add(meta("robots", "noindex"))
            .add(
                Element.of("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", "default-src 'none'; style-src 'unsafe-inline'"))
            .add(Element.of("title").text(title))
            .add(Element.style(sheet()));
    Element skip = Element.of("a", "skip").with("href", "#main").text("Skip to the content");
    Element banner =
        Element.of("header", "banner")
            .add(
                Element.of("div", "inner")
                    .add(Element.of("a", "product").with("href", home).text("Data quality report"))
                    .add(Element.of("span", "by").text("Assize")));
    Element main = Element.of("main").with("id", "main").with("tabindex", "-1").add(content);
    Element foot =
        Element.of("footer")
            .add(
                Element.of("p")
                    .text("Made ")
                    .add(LondonTime.element(madeAt))
                    .text(
                        ". Times are those of London. The report holds counts and the words of"
                            + " contracts, and no value of any row."));
    Element body = Element.of("body").add(skip).add(banner);
    if (!way.isEmpty()) {
      body.add(Element.of("nav", "way").with("aria-label", "Breadcrumb").add(list(way)));
    }
    body.add(main).add(foot);
    return "<!DOCTYPE html>\n"
        + Element.of("html").with("lang", "en-GB").add(head).add(body)
        + "\n";
  }

  private static Element list(List<Element> links) {
    Element list = Element.of("ol");
    links.forEach(link -> list.add(Element.of("li").add(link)));
    return list;
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }

  private static String sheet() {
    try (InputStream sheet = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
