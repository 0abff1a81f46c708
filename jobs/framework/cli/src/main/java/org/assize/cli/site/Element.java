package org.assize.cli.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An HTML or SVG element under construction. Whatever text it is given is shown as that text: marks
 * of the language in it mean nothing. Not thread-safe.
 */
final class Element {

  private static final Set<String> VOID = Set.of("meta", "br");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<String> content = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  static Element of(String name) {
    return new Element(name);
  }

  /** An element of a class of the style sheet. */
  static Element of(String name, String style) {
    return new Element(name).with("class", style);
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element text(String text) {
    content.add(escaped(text));
    return this;
  }

  Element add(Element child) {
    content.add(child.toString());
    return this;
  }

  Element add(Collection<Element> children) {
    children.forEach(this::add);
    return this;
  }

  /** A style sheet, which a browser reads as it is; it comes with Assize and never from a user. */
  static Element style(String sheet) {
    Element element = of("style");
    element.content.add(sheet);
    return element;
  }

  private static String escaped(String text) {
    var safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("<" + name);
    attributes.forEach(
        (attribute, value) ->
            text.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"'));
    if (VOID.contains(name)) {
      return text.append(" />").toString();
    }
    text.append('>');
    content.forEach(text::append);
    return text.append("</").append(name).append('>').toString();
  }
}
