package org.assize.alerts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assize.core.incident.NoticeText;

/** A notice as an incoming webhook of Slack takes it: plain text, and blocks to look at. */
final class SlackMessage {

  /** Slack cuts the text of a section there. */
  private static final int LONGEST = 2900;

  private SlackMessage() {}

  static String of(NoticeText text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("text", escaped(text.title()));
    var lines = new StringBuilder("*" + escaped(text.title()) + "*");
    text.facts()
        .forEach(
            (name, fact) ->
                lines.append("\n*").append(name).append(":* ").append(shown(name, fact)));
    text.link().ifPresent(link -> lines.append("\n<").append(link).append("|More>"));
    ObjectNode section = message.putArray("blocks").addObject();
    section.put("type", "section");
    section
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", lines.substring(0, Math.min(lines.length(), LONGEST)));
    return message.toString();
  }

  private static String shown(String name, String fact) {
    return name.equals("Next") ? "`" + escaped(fact) + "`" : escaped(fact);
  }

  /** The three characters that mean something to Slack. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
