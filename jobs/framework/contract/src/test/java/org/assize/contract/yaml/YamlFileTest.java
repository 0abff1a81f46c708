package org.assize.contract.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

  @TempDir private Path folder;
  private final Problems problems = new Problems();

  @Test
  void text_stays_the_text_that_was_written() throws IOException {
    Mapping read =
        read("a: 2026-01-02\nb: no\nc: 012\nd: 1_000\ne: 12:30\nf: 'true'\ng: TRUE\nh: ~\ni: 1e3\nj: .inf\n")
            .orElseThrow();

    assertThat(read.entries())
        .extracting(e -> ((Scalar) e.value()).text() + " " + ((Scalar) e.value()).type())
        .containsExactly(
            "2026-01-02 TEXT",
            "no TEXT",
            "012 INTEGER",
            "1_000 TEXT",
            "12:30 TEXT",
            "true TEXT",
            "TRUE BOOLEAN",
            "~ NULL",
            "1e3 NUMBER",
            ".inf TEXT");
  }

  @Test
  void every_key_and_value_has_its_line() throws IOException {
    Mapping read = read("a:\n  - b: 1\n    c:\n      d\n").orElseThrow();

    Mapping item = read.mappings("a").get(0);
    assertThat(read.placeOf("a")).hasToString("f.yaml:1");
    assertThat(item.placeOf("c")).hasToString("f.yaml:3");
    assertThat(item.value("c").orElseThrow().place()).hasToString("f.yaml:4");
  }

  @Test
  void a_byte_order_mark_does_no_harm() throws IOException {
    assertThat(read("\uFEFFa: 1\n").orElseThrow().keys()).containsExactly("a");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void duplicate_keys_are_a_fault_and_the_rest_is_read() throws IOException {
    assertThat(read("a: 1\nb: 2\na: 3\n").orElseThrow().text("a")).contains("1");
    assertThat(said())
        .containsExactly(
            "f.yaml:3: DUPLICATE_ID: Key `a` stands here twice. Only one of the two could count."
                + " Remove one.");
  }

  @Test
  void an_alias_stands_for_its_anchor() throws IOException {
    Mapping read = read("a: &x {b: 1}\nc: *x\n").orElseThrow();

    assertThat(read.mapping("c").orElseThrow().text("b")).contains("1");
  }

  @Test
  void aliases_cannot_unfold_without_bound() throws IOException {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 8; i++) {
      bomb.append(
          "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
              .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
    }

    assertThat(read(bomb.toString())).isEmpty();
    assertThat(said())
        .containsExactly(
            "f.yaml:2: YAML_SYNTAX: The file unfolds to more than 200,000 values. Write less with"
                + " aliases.");
  }

  @Test
  void more_than_fifty_aliases_of_collections_are_refused() throws IOException {
    assertThat(read("a: &x [1]\nb: [" + "*x, ".repeat(60) + "1]\n")).isEmpty();
    assertThat(said())
        .containsExactly(
            "f.yaml: YAML_SYNTAX: This is not valid YAML (a character that text may not hold, or"
                + " too deep or too many aliases).");
  }

  @Test
  void an_alias_that_holds_itself_is_refused() throws IOException {
    read("a: &x\n  - 1\n  - *x\n");

    assertThat(said())
        .containsExactly("f.yaml:1: YAML_SYNTAX: An alias holds itself. Write the value out.");
  }

  @Test
  void depth_is_bounded() throws IOException {
    assertThat(read("a: " + "[".repeat(5_000) + "]".repeat(5_000))).isEmpty();
    assertThat(said()).hasSize(1);
    assertThat(said().get(0)).startsWith("f.yaml: YAML_SYNTAX: This is not valid YAML");
  }

  @Test
  void what_is_no_single_mapping_in_utf_8_is_refused() throws IOException {
    read("");
    read("- a\n");
    read("a: 1\n---\nb: 2\n");
    read("a: \u0007\n");
    read("? [a]\n: 1\n");
    write("ä: 1".getBytes(Charset.forName("ISO-8859-1")));
    write(("a: " + "x".repeat(5 << 20)).getBytes(StandardCharsets.UTF_8));
    YamlFile.read(folder.resolve("absent.yaml"), "absent.yaml", problems);

    assertThat(said())
        .containsExactly(
            "absent.yaml: NO_PERMISSION: The file cannot be read. The system says:"
                + " NoSuchFileException. Check that it exists and may be read.",
            "f.yaml: YAML_SYNTAX: This is not valid YAML (a character that text may not hold, or"
                + " too deep or too many aliases).",
            "f.yaml: YAML_SYNTAX: The file is not UTF-8 text. Save it as UTF-8.",
            "f.yaml: YAML_SYNTAX: The file is larger than 4 MiB. Split it: one table a file.",
            "f.yaml:1: YAML_SYNTAX: The file is empty.",
            "f.yaml:1: YAML_SYNTAX: The file must hold keys and values.",
            "f.yaml:1: YAML_SYNTAX: A key must be text.",
            "f.yaml:2: YAML_SYNTAX: This is not valid YAML (but found another document).");
  }

  private Optional<Mapping> read(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Mapping> write(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("f.yaml"), bytes);
    return YamlFile.read(file, "f.yaml", problems);
  }

  private List<String> said() {
    return problems.all().stream().map(Problem::toString).toList();
  }
}
