package org.assize.contract.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;
import org.junit.jupiter.api.Test;

class ContractPageTest {

  private static final String WRITE = "assize.reference.write";
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->";

  /** The parts of the schemas that are tables of the page, with their headings. */
  private static final Map<String, String> PARTS =
      Map.of(
          "source", "### A source",
          "usedSource", "### A source that `_domain.yaml` declares",
          "load", "### `load`",
          "load/properties/interval", "### `load.interval`",
          "schedule", "### `schedule`",
          "transform", "### `transform`",
          "input", "### An input of a transform",
          "rule", "### In a rule");

  private static final List<String> ORDER =
      List.of(
          "source",
          "usedSource",
          "load",
          "load/properties/interval",
          "schedule",
          "transform",
          "input",
          "rule");

  @Test
  void the_page_about_contracts_lists_every_key() throws IOException {
    String page = Files.readString(page());
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page(), before + tables() + after);
    }

    assertThat(page())
        .as("a part of %s is generated: run this test with -D%s=true", page(), WRITE)
        .hasContent(before + tables() + after);
  }

  private static String tables() {
    Mapping assize = YamlFile.resource(Shape.class, "assize.schema.json");
    var text = new StringBuilder("### The property\n").append(table(assize));
    for (String part : ORDER) {
      Mapping schema = assize.mapping("$defs").orElseThrow();
      for (String step : part.split("/", -1)) {
        schema = schema.mapping(step).orElseThrow();
      }
      text.append('\n').append(PARTS.get(part)).append('\n').append(table(schema));
    }
    text.append("\n### `_domain.yaml`\n")
        .append(table(YamlFile.resource(Shape.class, "domain.schema.json")));
    return text.toString();
  }

  private static String table(Mapping schema) {
    List<String> required = schema.texts("required");
    return schema.mapping("properties").orElseThrow().entries().stream()
        .map(
            entry ->
                "| `%s`%s | %s |\n"
                    .formatted(
                        entry.key(),
                        required.contains(entry.key()) ? " (needed)" : "",
                        meaning((Mapping) entry.value())))
        .collect(Collectors.joining("", "| key | meaning |\n|---|---|\n", ""));
  }

  private static String meaning(Mapping property) {
    String words =
        String.join(", ", property.texts("enum").stream().map(w -> "`" + w + "`").toList());
    String described =
        property
            .text("description")
            .or(() -> described(property))
            .orElse("")
            .replaceFirst("\\.$", "");
    return described + (words.isEmpty() ? "" : ". One of " + words);
  }

  private static Optional<String> described(Mapping property) {
    return property
        .text("$ref")
        .flatMap(
            reference -> {
              String file =
                  reference.startsWith("#")
                      ? "assize.schema.json"
                      : reference.replaceFirst("#.*", "");
              return YamlFile.resource(Shape.class, file)
                  .mapping("$defs")
                  .flatMap(defs -> defs.mapping(reference.replaceFirst(".*/", "")))
                  .flatMap(definition -> definition.text("description"));
            });
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/reference"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/reference/contract.md");
  }
}
