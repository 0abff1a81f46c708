package org.assize.airflow.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An OpenAPI document, of 3.0 or 3.1, with its references followed. */
record ApiDocument(JsonNode root) {

  static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** An operation, or what is missing. The names of a path's parameters do not matter. */
  JsonNode operation(String path, String method) {
    for (var entry : root.path("paths").properties()) {
      if (shape(entry.getKey()).equals(shape(path))) {
        return entry.getValue().path(method);
      }
    }
    return root.path("nothing");
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  List<JsonNode> parameters(JsonNode operation) {
    List<JsonNode> found = new ArrayList<>();
    operation.path("parameters").forEach(parameter -> found.add(resolved(parameter)));
    return found;
  }

  JsonNode sent(JsonNode operation) {
    return resolved(operation.path("requestBody")).at("/content/application~1json/schema");
  }

  JsonNode answered(JsonNode operation, String status) {
    return resolved(operation.path("responses").path(status))
        .at("/content/application~1json/schema");
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  /** Everything that a schema allows, each without references and alternatives; null left out. */
  List<JsonNode> alternatives(JsonNode schema) {
    JsonNode here = resolved(schema);
    List<JsonNode> all = new ArrayList<>();
    for (String combined : List.of("anyOf", "oneOf", "allOf")) {
      here.path(combined).forEach(one -> all.addAll(alternatives(one)));
    }
    if (all.isEmpty() && !here.path("type").asText().equals("null")) {
      all.add(here);
    }
    return all;
  }

  boolean mayBeNull(JsonNode schema) {
    JsonNode here = resolved(schema);
    boolean byAlternative = false;
    for (String combined : List.of("anyOf", "oneOf")) {
      for (JsonNode one : here.path(combined)) {
        byAlternative |= mayBeNull(one);
      }
    }
    return byAlternative
        || here.path("nullable").asBoolean()
        || here.path("type").asText().equals("null")
        || isAnything(here);
  }

  /** Whether a schema without alternatives allows whatever comes. */
  static boolean isAnything(JsonNode schema) {
    return !schema.has("type")
        && !schema.has("properties")
        && !schema.has("enum")
        && !schema.has("anyOf")
        && !schema.has("oneOf")
        && !schema.has("allOf");
  }

  static Set<String> texts(JsonNode list) {
    Set<String> all = new HashSet<>();
    list.forEach(one -> all.add(one.asText()));
    return all;
  }
}
