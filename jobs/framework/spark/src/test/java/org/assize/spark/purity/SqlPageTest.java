package org.assize.spark.purity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlPageTest {

  private static final String WRITE = "assize.reference.write";
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->";

  @Test
  void the_page_about_queries_lists_what_is_forbidden() throws IOException {
    String page = Files.readString(page());
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page(), before + table() + after);
    }

    assertThat(page())
        .as("a table in %s is generated: run this test with -D%s=true", page(), WRITE)
        .hasContent(before + table() + after);
  }

  private static String table() {
    Map<Reason, Map<String, List<String>>> groups = new LinkedHashMap<>();
    for (ForbiddenFunctions.Function function : ForbiddenFunctions.ALL) {
      groups
          .computeIfAbsent(function.reason(), reason -> new LinkedHashMap<>())
          .computeIfAbsent(function.instead(), instead -> new ArrayList<>())
          .addAll(function.names());
    }
    var table = new StringBuilder("| functions | why not | instead |\n|---|---|---|\n");
    groups.forEach(
        (reason, ways) ->
            ways.forEach(
                (instead, names) ->
                    table.append(
                        "| %s | %s | %s |\n"
                            .formatted(
                                names.stream().map(name -> "`" + name + "`").collect(joining(", ")),
                                reason.sentence(),
                                instead))));
    return table.toString();
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/reference"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/reference/sql.md");
  }
}
