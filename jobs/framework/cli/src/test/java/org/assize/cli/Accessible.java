package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What a page must have so that somebody who sees nothing can read it. */
final class Accessible {

  private Accessible() {}

  static void check(Path file) {
    Document page = parsed(file);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
    List<Element> all = elements(page, "*");
    List<String> ids =
        all.stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    assertThat(ids).as("ids of %s", file).doesNotHaveDuplicates().contains("main");
    assertThat(elements(page, "a").get(0).getAttribute("href")).isEqualTo("#main");
    assertThat(elements(page, "h1")).hasSize(1);
    assertThat(elements(page, "script")).isEmpty();
    headings(all);
    for (Element table : elements(page, "table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
    }
    assertThat(elements(page, "th")).allMatch(cell -> cell.hasAttribute("scope"));
    for (Element picture : elements(page, "svg")) {
      boolean hidden = picture.getAttribute("aria-hidden").equals("true");
      String names = picture.getAttribute("aria-labelledby");
      assertThat(hidden || ids.containsAll(List.of(names.split(" ", -1)))).isTrue();
    }
    for (Element link : elements(page, "a")) {
      String to = link.getAttribute("href");
      assertThat(to.equals("#main") || Files.exists(file.resolveSibling(to))).as(to).isTrue();
    }
  }

  /** No heading skips a level. */
  private static void headings(List<Element> all) {
    int level = 0;
    for (Element element : all) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertThat(next).isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
  }

  private static Document parsed(Path file) {
    try {
      String text = Files.readString(file);
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError(file + " is not well formed", e);
    }
  }

  private static List<Element> elements(Document page, String name) {
    var nodes = page.getElementsByTagName(name);
    return new ArrayList<>(
        IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList());
  }
}
