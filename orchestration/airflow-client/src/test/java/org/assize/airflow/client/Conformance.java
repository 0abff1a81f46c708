package org.assize.airflow.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where our document and a server's contradict each other; only what ours names is looked at. */
final class Conformance {

  private final ApiDocument ours;
  private final ApiDocument theirs;
  private final List<String> findings = new ArrayList<>();

  private Conformance(ApiDocument ours, ApiDocument theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  static List<String> findings(ApiDocument ours, ApiDocument theirs) {
    var conformance = new Conformance(ours, theirs);
    for (var path : ours.root().path("paths").properties()) {
      for (String method : ApiDocument.METHODS) {
        if (path.getValue().has(method)) {
          conformance.compareOperation(path.getKey(), method, path.getValue().path(method));
        }
      }
    }
    return conformance.findings;
  }

  private void compareOperation(String path, String method, JsonNode our) {
    String name = method + " " + path;
    JsonNode their = theirs.operation(path, method);
    if (their.isMissingNode()) {
      findings.add(name + ": no such operation there");
      return;
    }
    compareParameters(name, ours.parameters(our), theirs.parameters(their));
    findings.addAll(sent(name + " body", ours.sent(our), theirs.sent(their)));
    for (var response : our.path("responses").properties()) {
      String place = name + " " + response.getKey();
      JsonNode answer = theirs.answered(their, response.getKey());
      if (answer.isMissingNode()) {
        findings.add(place + ": never answered there");
      } else {
        findings.addAll(read(place, ours.answered(our, response.getKey()), answer));
      }
    }
  }

  private void compareParameters(String name, List<JsonNode> our, List<JsonNode> their) {
    for (JsonNode parameter : our) {
      String place = name + " parameter " + key(parameter);
      their.stream()
          .filter(one -> key(one).equals(key(parameter)))
          .findFirst()
          .ifPresentOrElse(
              one -> findings.addAll(sent(place, parameter.path("schema"), one.path("schema"))),
              () -> findings.add(place + ": not known there"));
    }
    for (JsonNode parameter : their) {
      if (parameter.path("required").asBoolean()
          && our.stream().noneMatch(one -> key(one).equals(key(parameter)))) {
        findings.add(name + " parameter " + key(parameter) + ": required there and not sent");
      }
    }
  }

  private static String key(JsonNode parameter) {
    return parameter.path("in").asText() + " " + parameter.path("name").asText();
  }

  /** What of ours the other side would not take. */
  private List<String> sent(String place, JsonNode our, JsonNode their) {
    List<String> found = new ArrayList<>();
    if (our.isMissingNode() != their.isMissingNode()) {
      found.add(place + ": only one side has it");
    }
    for (JsonNode mine : ours.alternatives(our)) {
      found.addAll(
          best(theirs.alternatives(their).stream().map(one -> sentAs(place, mine, one)).toList()));
    }
    if (!our.isMissingNode() && ours.mayBeNull(our) && !theirs.mayBeNull(their)) {
      found.add(place + ": null is not taken there");
    }
    return found;
  }

  private List<String> sentAs(String place, JsonNode our, JsonNode their) {
    List<String> found = new ArrayList<>(types(place, our, their));
    if (our.has("enum") && their.has("enum") && !words(their).containsAll(words(our))) {
      found.add(place + ": a word is not known there");
    }
    for (var field : our.path("properties").properties()) {
      String inside = place + "." + field.getKey();
      JsonNode other = their.path("properties").path(field.getKey());
      found.addAll(
          other.isMissingNode()
              ? List.of(inside + ": not known there")
              : sent(inside, field.getValue(), other));
    }
    for (String required : ApiDocument.texts(their.path("required"))) {
      if (!ApiDocument.texts(our.path("required")).contains(required)) {
        found.add(place + "." + required + ": required there and not always sent");
      }
    }
    if (our.has("items") && their.has("items")) {
      found.addAll(sent(place + "[]", our.path("items"), their.path("items")));
    }
    return found;
  }

  /** What the other side may answer and we could not read. */
  private List<String> read(String place, JsonNode our, JsonNode their) {
    List<String> found = new ArrayList<>();
    if (theirs.mayBeNull(their) && !ours.mayBeNull(our)) {
      found.add(place + ": may be null there");
    }
    for (JsonNode mine : ours.alternatives(our)) {
      var each = theirs.alternatives(their).stream().map(one -> readAs(place, mine, one)).toList();
      // Which of several objects comes depends on what was asked; any other value must be readable.
      if (mine.has("properties")) {
        found.addAll(best(each));
      } else {
        each.forEach(found::addAll);
      }
    }
    return found;
  }

  private List<String> readAs(String place, JsonNode our, JsonNode their) {
    List<String> found = new ArrayList<>(types(place, their, our));
    if (our.has("enum") && !words(our).equals(words(their))) {
      found.add(place + ": other words there");
    }
    for (var field : our.path("properties").properties()) {
      String inside = place + "." + field.getKey();
      JsonNode other = their.path("properties").path(field.getKey());
      if (other.isMissingNode()) {
        found.add(inside + ": never answered there");
        continue;
      }
      found.addAll(read(inside, field.getValue(), other));
      if (ApiDocument.texts(our.path("required")).contains(field.getKey())
          && !ApiDocument.texts(their.path("required")).contains(field.getKey())) {
        found.add(inside + ": may be left out there");
      }
    }
    if (our.has("items") && their.has("items")) {
      found.addAll(read(place + "[]", our.path("items"), their.path("items")));
    }
    return found;
  }

  /** Of several ways to take it, the one with the fewest faults. */
  private static List<String> best(List<List<String>> ways) {
    return ways.stream().min((a, b) -> Integer.compare(a.size(), b.size())).orElse(List.of());
  }

  /** Whether everything of one type can stand where another is expected. */
  private static List<String> types(String place, JsonNode given, JsonNode wanted) {
    boolean fits =
        ApiDocument.isAnything(wanted)
            || type(given).equals(type(wanted))
            || (type(given).equals("integer") && type(wanted).equals("number"));
    boolean isTime = wanted.path("format").asText().equals("date-time");
    boolean alsoTime = !isTime || given.path("format").asText().equals("date-time");
    return fits && alsoTime
        ? List.of()
        : List.of(place + ": " + type(given) + " where " + type(wanted) + " is expected");
  }

  private static String type(JsonNode schema) {
    return ApiDocument.isAnything(schema) ? "anything" : schema.path("type").asText("string");
  }

  private static Set<String> words(JsonNode schema) {
    return ApiDocument.texts(schema.path("enum"));
  }
}
