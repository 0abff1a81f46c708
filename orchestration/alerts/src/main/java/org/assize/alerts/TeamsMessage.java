package org.assize.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assize.core.incident.NoticeText;

/**
 * A notice as a workflow of Teams takes it that begins when a webhook request is received: a
 * message with an Adaptive Card.
 */
final class TeamsMessage {

  private TeamsMessage() {}

  static String of(NoticeText text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    ArrayNode body = card.putArray("body");
    body.addObject()
        .put("type", "TextBlock")
        .put("text", plain(text.title()))
        .put("weight", "Bolder")
        .put("size", "Medium")
        .put("wrap", true);
    ArrayNode facts = body.addObject().put("type", "FactSet").putArray("facts");
    text.facts()
        .forEach((name, fact) -> facts.addObject().put("title", name).put("value", plain(fact)));
    text.link()
        .ifPresent(
            link ->
                card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "More")
                    .put("url", link));
    return message.toString();
  }

  /** Names of tables have underscores, which Teams would take for slanted text. */
  private static String plain(String text) {
    return text.replaceAll("([\\\\_*\\[\\]])", "\\\\$1");
  }
}
