package org.assize.cli.draft;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.cli.draft.Observed.Kind;
import org.assize.cli.text.Numbers;
import org.assize.contract.Format;

/** Reads one JSON document, or one JSON value a line. */
final class JsonSample {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonSample() {}

  /** Reads a file that is one document, or else one value a line. */
  static Sample read(Path file) throws IOException {
    return isOneDocument(file) ? document(file) : lines(file);
  }

  private static boolean isOneDocument(Path file) throws IOException {
    try (JsonParser parser = MAPPER.createParser(file.toFile())) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static Sample document(Path file) throws IOException {
    JsonNode document = MAPPER.readTree(file.toFile());
    Optional<String> rows = rows(document);
    var root = new Observed();
    long count = 0;
    for (JsonNode record : records(document, rows)) {
      if (count < Sample.MOST_RECORDS) {
        add(record, root);
        count++;
      }
    }
    return new Sample(Format.JSON, ',', rows, count, root, List.of());
  }

  static Sample lines(Path file) throws IOException {
    var root = new Observed();
    long count = 0;
    long broken = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line = in.readLine();
      while (line != null && count < Sample.MOST_RECORDS) {
        try {
          add(MAPPER.readTree(line), root);
        } catch (JacksonException e) {
          broken++;
        }
        count++;
        line = in.readLine();
      }
    }
    List<String> remarks = new ArrayList<>();
    if (broken > 0) {
      remarks.add(Numbers.count(broken, "line") + " that are not JSON would be refused.");
    }
    return new Sample(Format.JSONL, ',', Optional.empty(), count, root, remarks);
  }

  /** A list of records, or an object whose only list of objects is one. */
  private static Optional<String> rows(JsonNode document) {
    if (document.isArray()) {
      return Optional.of("$[*]");
    }
    List<String> lists = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      if (member.getValue().isArray() && member.getValue().path(0).isObject()) {
        lists.add(member.getKey());
      }
    }
    return lists.size() == 1 && lists.get(0).matches("[A-Za-z_][A-Za-z0-9_]*")
        ? Optional.of("$." + lists.get(0) + "[*]")
        : Optional.empty();
  }

  private static Iterable<JsonNode> records(JsonNode document, Optional<String> rows) {
    if (rows.isEmpty()) {
      return List.of(document);
    }
    if (document.isArray()) {
      return document;
    }
    String path = rows.get();
    return document.path(path.substring(2, path.length() - 3));
  }

  private static void add(JsonNode value, Observed to) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        add(member.getValue(), to.member(member.getKey()));
      }
    } else if (value.isArray()) {
      Observed elements = to.elements();
      for (Iterator<JsonNode> each = value.elements(); each.hasNext(); ) {
        add(each.next(), elements);
      }
    } else if (!value.isNull() && !value.isMissingNode()) {
      Kind kind = value.isBoolean() ? Kind.BOOLEAN : value.isNumber() ? Kind.NUMBER : Kind.TEXT;
      if (!value.asText().isEmpty()) {
        to.addText(kind, value.asText());
      }
    }
  }
}
