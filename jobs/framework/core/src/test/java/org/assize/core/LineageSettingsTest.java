package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageSettingsTest {

  @TempDir Path root;

  private final Problems problems = new Problems();

  @Test
  void it_says_who_hears_of_lineage_by_environment_and_alerts_leave_that_alone()
      throws IOException {
    write("schemas/.keep", "");
    write(
        "assize.yaml",
        "lineage: {file: events}\nenvironments:\n"
            + "  prod: {lineage: {url: 'https://l.example.org', namespace: justice}}\n"
            + "  test: {alerts: {link: 'https://p'}}\n");

    LineageSettings top = lineage(Optional.empty());
    LineageSettings prod = lineage(Optional.of("prod"));

    assertThat(problems.all()).isEmpty();
    assertThat(top.target()).hasToString(root.resolve("events").toUri().toString());
    assertThat(top.namespaceOf("default")).isEqualTo("assize");
    assertThat(lineage(Optional.of("test"))).isEqualTo(top);
    assertThat(top.namespaceOf("test")).isEqualTo("assize.test");
    assertThat(prod.target()).hasToString("https://l.example.org");
    assertThat(prod.namespaceOf("prod")).isEqualTo("justice");
  }

  @Test
  void what_is_wrong_about_lineage_has_its_place() throws IOException {
    write("schemas/.keep", "");
    for (String wrong : List.of("{}", "{file: 's3://b/l'}", "{url: 'https://me:pw@l'}")) {
      write("assize.yaml", "lineage: " + wrong + "\n");
      WorkspaceLoader.load(root, Optional.empty(), problems);
    }

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "assize.yaml:1: WRONG_TYPE: `lineage` has either a `file`, a folder for files, or the"
                + " `url` of a server.",
            "assize.yaml:1: WRONG_TYPE: Files of events are written to a folder of this machine;"
                + " `url` sends them.",
            "assize.yaml:1: WRONG_TYPE: `url` is an address such as https://lineage.example.org,"
                + " without a login.");
  }

  private LineageSettings lineage(Optional<String> environment) {
    return WorkspaceLoader.load(root, environment, problems).outlets().lineage().orElseThrow();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
