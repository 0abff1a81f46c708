package org.assize.airflow.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of a request that it did not do. Reads whatever comes: Airflow's {@code
 * detail} is a text, an object or a list; a proxy answers with a page of its own.
 *
 * @param status of HTTP
 * @param reason in the server's words, one line, cut where it is long; empty where it gave none
 *     that can be shown. Never what was sent: Airflow repeats it as {@code input}, and that is left
 *     out
 * @param isAboutAnUnknownKey whether the server does not know a key that was sent
 */
record Refusal(int status, String reason, boolean isFromAirflow, boolean isAboutAnUnknownKey) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 400;

  /** Reads the body of an answer that is no success. */
  static Refusal of(int status, @Nullable String body) {
    JsonNode answer = parsed(body);
    JsonNode detail = answer.path("detail");
    boolean isUnknownKey =
        stream(detail).anyMatch(one -> one.path("type").asText().equals("extra_forbidden"));
    return new Refusal(status, oneLine(reason(detail)), answer.has("detail"), isUnknownKey);
  }

  private static JsonNode parsed(@Nullable String body) {
    try {
      return JSON.readTree(body == null ? "" : body);
    } catch (JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }

  private static String reason(JsonNode detail) {
    if (detail.isTextual()) {
      return detail.asText();
    }
    if (detail.isArray()) {
      List<String> reasons = new ArrayList<>();
      detail.forEach(one -> reasons.add(one.isTextual() ? one.asText() : located(one)));
      return String.join("; ", reasons);
    }
    List<String> parts = new ArrayList<>();
    for (String key : List.of("reason", "message")) {
      if (detail.path(key).isTextual()) {
        parts.add(detail.path(key).asText());
      }
    }
    return String.join(": ", parts);
  }

  /** One fault of a request: where it is, as {@code body.logical_date}, and what is wrong. */
  private static String located(JsonNode fault) {
    List<String> place = new ArrayList<>();
    fault.path("loc").forEach(part -> place.add(part.asText()));
    String message = fault.path("msg").asText();
    return place.isEmpty() ? message : String.join(".", place) + ": " + message;
  }

  private static String oneLine(String reason) {
    String line = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
