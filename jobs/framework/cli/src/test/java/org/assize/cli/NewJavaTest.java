package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.assize.core.ProgramVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewJavaTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void a_workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void a_module_on_the_bom_with_a_class_and_its_test_is_drafted_and_passes_check() {
    Typed drafted = type("new", "example/long_hearing", "--java", "--from", "example/hearing");

    assertThat(drafted.exitCode()).as(drafted.toString()).isZero();
    assertThat(drafted.out())
        .contains(
            "  jobs/example/pom.xml\n",
            "  jobs/example/src/main/java/example/LongHearing.java\n",
            "  jobs/example/src/test/java/example/LongHearingTest.java\n",
            "schemas/example/long_hearing.odcs.yaml: 5 columns; key hearing_id\n",
            "Fill in 6 descriptions, then: mvn verify in the module, then assize check\n");
    assertThat(folder.resolve("jobs/example/pom.xml"))
        .content()
        .contains(
            "<artifactId>assize-bom</artifactId>\n        <version>"
                + ProgramVersion.current()
                + "</version>")
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .doesNotContain("${", "{domain}");
    assertThat(type("check").out()).isEqualTo("No problems: 4 tables in 1 domain.\n");
  }

  @Test
  void the_drafted_class_compiles(@TempDir Path classes) {
    type("new", "example/long_hearing", "--java", "--from", "example/hearing");

    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                folder.resolve("jobs/example/src/main/java/example/LongHearing.java").toString());

    assertThat(exitCode).isZero();
    assertThat(classes.resolve("example/LongHearing.class")).exists();
  }

  @Test
  void a_second_class_comes_into_the_module_that_is_there_and_nothing_is_overwritten()
      throws IOException {
    type("new", "example/long_hearing", "--java", "--from", "example/hearing");
    Path module = folder.resolve("jobs/example/pom.xml");
    Files.writeString(module, "mine");

    Typed second = type("new", "example/short_hearing", "--java", "--from", "example/hearing");
    Typed again = type("new", "example/long_hearing", "--java", "--from", "example/hearing");

    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).doesNotContain("pom.xml");
    assertThat(module).hasContent("mine");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err())
        .startsWith("USAGE: Already there: jobs/example/src/main/java/example/LongHearing.java, ")
        .contains("A draft overwrites nothing: choose another name.");
  }

  @Test
  void what_it_cannot_be_drafted_from_is_said() {
    assertThat(type("new", "example/x", "--java", "--from", "example/haering").err())
        .startsWith("USAGE: No table is called `example/haering`. Did you mean `example/hearing`?");
    for (List<String> name : List.of(List.<String>of(), List.of("Example"))) {
      assertThat(
              type(java.util.stream.Stream.of(
                          List.of("new"), name, List.of("--java", "--from", "example/hearing"))
                      .flatMap(List::stream)
                      .toArray(String[]::new))
                  .err())
          .startsWith("USAGE: The new table has no name, or none of a table. Write domain/table ");
    }
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
