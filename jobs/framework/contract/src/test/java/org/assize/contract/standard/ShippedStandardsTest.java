package org.assize.contract.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assize.contract.yaml.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedStandardsTest {

  private static final String WRITE = "assize.reference.write";

  static List<ColumnStandard> standards() {
    return List.copyOf(ColumnStandards.shipped().all());
  }

  @Test
  void eleven_standards_come_along() {
    assertThat(ColumnStandards.shipped().names())
        .containsExactly(
            "asn",
            "crn",
            "cro",
            "nomis",
            "offence_code",
            "ou_code",
            "pnc",
            "police_force",
            "postcode",
            "ptiurn",
            "region");
  }

  @ParameterizedTest
  @MethodSource("standards")
  void each_names_its_source_and_has_examples(ColumnStandard standard) {
    Mapping written = standard.written();
    Mapping examples = written.mapping("examples").orElseThrow();

    assertThat(written.text("source").orElse("")).hasSizeGreaterThan(40);
    assertThat(examples.texts("valid")).isNotEmpty();
    assertThat(examples.texts("invalid")).isNotEmpty();
    assertThat(standard.checks()).isNotEmpty();
    assertThat(standard.checks())
        .allSatisfy(check -> assertThat(check.text("severity")).contains("warning"));
  }

  @ParameterizedTest
  @MethodSource("standards")
  void its_valid_examples_have_its_form(ColumnStandard standard) {
    Mapping examples = standard.written().mapping("examples").orElseThrow();

    assertThat(examples.texts("valid"))
        .allMatch(value -> standard.form().orElseThrow().matcher(value).matches());
    assertThat(examples.texts("invalid"))
        .anyMatch(value -> !standard.form().orElseThrow().matcher(value).matches());
  }

  @ParameterizedTest
  @MethodSource("standards")
  void no_alias_belongs_to_another_standard(ColumnStandard standard) {
    assertThat(standard.written().texts("aliases"))
        .allSatisfy(
            alias ->
                assertThat(ColumnStandards.shipped().likely(alias).orElseThrow().name())
                    .isEqualTo(standard.name()));
  }

  @Test
  void the_page_of_standards_lists_them() throws IOException {
    Path page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page, content());
    }
    assertThat(page)
        .as("%s is generated: run this test with -D%s=true", page, WRITE)
        .hasContent(content());
  }

  private static String content() {
    return """
        # Column standards

        Generated from the standards that Assize brings along. A column follows one with `authoritativeDefinitions: [{type: standard, url: pnc}]`; [the contract page](contract.md#column-standards) says what that means.
        """
        + standards().stream().map(ShippedStandardsTest::section).collect(Collectors.joining());
  }

  private static String section(ColumnStandard standard) {
    Mapping written = standard.written();
    var section = new StringBuilder("\n## " + standard.name() + "\n\n");
    section.append(written.text("description").orElse("")).append(".\n\n");
    section.append("- Type: `").append(written.text("logicalType").orElse("")).append("`");
    written.text("classification").ifPresent(c -> section.append(", classification `" + c + "`"));
    section.append("\n- Source: ").append(written.text("source").orElse("")).append("\n- Names: `");
    section.append(String.join("`, `", written.texts("aliases"))).append("`\n");
    for (Mapping check : standard.checks()) {
      section
          .append("- Check `")
          .append(check.text("id").orElse(""))
          .append("` (")
          .append(check.text("severity").orElse("error"))
          .append("): ")
          .append(check.text("description").orElse(""))
          .append(".\n");
    }
    Mapping examples = written.mapping("examples").orElseThrow();
    section.append("- Valid: `").append(String.join("`, `", examples.texts("valid")));
    section.append("`; invalid: `").append(String.join("`, `", examples.texts("invalid")));
    return section.append("`\n").toString();
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/reference/standards.md");
  }
}
