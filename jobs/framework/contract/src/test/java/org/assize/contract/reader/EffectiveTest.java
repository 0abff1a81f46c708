package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;
import org.assize.contract.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveTest {

  @TempDir private Path root;
  private final Problems problems = new Problems();

  @Test
  void each_value_says_where_it_comes_from() {
    DomainFiles files =
        new DomainFiles(root, "electronic_monitoring")
            .with("_domain.yaml", "owner: EM Data\nsupport: [{channel: em-data}]\n")
            .with("position.odcs.yaml", Contracts.POSITION);

    String merged = Effective.render(files.folder().resolve("position.odcs.yaml"), root, problems);

    assertThat(merged.lines())
        .contains(
            "status: active  # schemas/electronic_monitoring/position.odcs.yaml:5",
            "  name: EM Data  # schemas/electronic_monitoring/_domain.yaml:1",
            "  - channel: em-data  # schemas/electronic_monitoring/_domain.yaml:2",
            "        physicalType: bigint  # default",
            "          minimum: 49.0  # schemas/electronic_monitoring/position.odcs.yaml:13",
            "          nulls:",
            "            - \"\"  # default",
            "          fixed: false  # default",
            "          timezone: Europe/London  # schemas/electronic_monitoring/position.odcs.yaml:24");
  }

  @Test
  void a_source_of_the_domain_is_shown_where_it_is_used() {
    DomainFiles files =
        new DomainFiles(root, "cases")
            .with("_domain.yaml", Contracts.CASES_DEFAULTS)
            .with("defendant.odcs.yaml", Contracts.HEARING);

    String merged = Effective.render(files.folder().resolve("defendant.odcs.yaml"), root, problems);

    assertThat(merged.lines())
        .contains(
            "        - from: common_platform_hearing  # schemas/cases/defendant.odcs.yaml:42",
            "          format: json  # schemas/cases/_domain.yaml:5",
            "          drift: quarantine  # default",
            "        cron: \"30 6 * * *\"  # schemas/cases/_domain.yaml:3");
  }

  @Test
  void what_is_shown_reads_back_as_what_was_written() throws Exception {
    for (Map.Entry<String, String> contract : Contracts.BY_TABLE.entrySet()) {
      DomainFiles files =
          new DomainFiles(root, "any").with(contract.getKey() + ".odcs.yaml", contract.getValue());
      Path written = files.folder().resolve(contract.getKey() + ".odcs.yaml");
      Path shown =
          Files.writeString(root.resolve("shown.yaml"), Effective.render(written, root, problems));

      Mapping before = YamlFile.read(written, "", problems).orElseThrow();
      Mapping after = YamlFile.read(shown, "", problems).orElseThrow();

      assertThat(missing(before, after)).as(contract.getKey()).isEmpty();
    }
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void odd_texts_survive() throws Exception {
    List<String> texts =
        List.of(
            "no",
            "1",
            "null",
            "a: b",
            "# a",
            "\"",
            "\\",
            "tab\there",
            "line\nbreak",
            "'",
            "é",
            " lead",
            "-",
            "{}",
            "\u0001",
            "~");
    Path odd = root.resolve("odd.yaml");
    var place = Defaults.DEFAULT;
    List<Value> items = texts.stream().map(t -> (Value) Scalar.quoted(place, t)).toList();
    Mapping mapping = Mapping.empty(place).with("texts", new Sequence(place, items));
    Files.writeString(odd, new OriginWriter().write(mapping));

    assertThat(YamlFile.read(odd, "", problems).orElseThrow().texts("texts")).isEqualTo(texts);
  }

  @Test
  void a_file_that_cannot_be_read_shows_nothing_and_says_why() {
    DomainFiles files = new DomainFiles(root, "victims").with("referral.odcs.yaml", "a: [");

    assertThat(Effective.render(files.folder().resolve("referral.odcs.yaml"), root, problems))
        .isEmpty();
    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "schemas/victims/referral.odcs.yaml:1: YAML_SYNTAX: This is not valid YAML (expected"
                + " the node content, but found '<stream end>').");
  }

  /** What the first holds and the second does not, or holds differently. */
  private static List<String> missing(Value before, Value after) {
    if (before instanceof Mapping mapping && after instanceof Mapping other) {
      return mapping.entries().stream()
          .flatMap(
              e ->
                  other
                      .value(e.key())
                      .map(v -> missing(e.value(), v))
                      .orElse(List.of(e.key()))
                      .stream())
          .toList();
    }
    if (before instanceof Sequence list
        && after instanceof Sequence other
        && list.items().size() == other.items().size()) {
      return java.util.stream.IntStream.range(0, list.items().size())
          .boxed()
          .flatMap(i -> missing(list.items().get(i), other.items().get(i)).stream())
          .toList();
    }
    boolean same =
        before instanceof Scalar one
            && after instanceof Scalar two
            && one.text().equals(two.text())
            && one.type() == two.type();
    return same ? List.of() : List.of(before + " became " + after);
  }
}
