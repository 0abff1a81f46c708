package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.QualityRule;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnStandardTest {

  private static final String PNC = "authoritativeDefinitions: [{type: standard, url: pnc}]";
  private static final String FILE = "schemas/cases/person.odcs.yaml:9: ";

  @TempDir private Path root;

  @Test
  void a_column_takes_over_type_classification_description_and_checks() {
    Column pnc = column("{name: police_id, " + PNC + "}");

    assertThat(pnc.logicalType()).isEqualTo(LogicalType.STRING);
    assertThat(pnc.physicalType()).isEqualTo("string");
    assertThat(pnc.classification()).contains("restricted");
    assertThat(pnc.description())
        .isEqualTo("Identifier of a person on the Police National Computer");
    assertThat(pnc.quality())
        .extracting(QualityRule::id)
        .containsExactly("police_id_form", "police_id_check_letter");
    assertThat(pnc.quality())
        .allSatisfy(
            rule -> {
              assertThat(rule.severity()).contains("warning");
              assertThat(rule.implementation().orElse(""))
                  .contains("`police_id`")
                  .doesNotContain("{column}", "{pattern}");
            });
  }

  @Test
  void what_the_column_says_itself_stays_as_it_is() {
    Column pnc = column("{name: a, description: Mine, transformSourceObjects: [PNC], " + PNC + "}");

    assertThat(pnc.description()).isEqualTo("Mine");
    assertThat(column("{name: a, description: \"\", " + PNC + "}").description())
        .startsWith("Identifier of a person");
    assertThat(pnc.sourceNames()).containsExactly("PNC");
  }

  @Test
  void a_severity_may_be_raised() {
    Column pnc =
        column(
            "{name: a, "
                + PNC
                + ", quality: [{id: a_form, type: text, severity: error},"
                + " {id: mine, type: custom, engine: assize, implementation: a <> ''}]}");

    assertThat(pnc.quality())
        .extracting(rule -> rule.id() + " " + rule.severity().orElse("-"))
        .containsExactly("a_form error", "a_check_letter warning", "mine -");
  }

  @Test
  void nothing_may_be_loosened() {
    assertThat(faults("{name: a, logicalType: integer, " + PNC + "}"))
        .containsExactly(
            FILE
                + "CONTRACT_INVALID: `logicalType: integer` is less than column `a` has to promise."
                + " Its standard `pnc` says `string` (assize:standard/pnc.yaml:2). A column may be"
                + " stricter than its standard; otherwise leave the key out.");
    assertThat(faults("{name: a, classification: internal, " + PNC + "}"))
        .singleElement()
        .asString()
        .contains("`classification: internal`", "`restricted` (assize:standard/pnc.yaml:3)");
    assertThat(
            faults("{name: a, " + PNC + ", quality: [{id: a_form, type: text, severity: info}]}"))
        .singleElement()
        .asString()
        .startsWith(FILE + "CONTRACT_INVALID: `severity: info`")
        .contains("`warning` (assize:standard/pnc.yaml:7)");
  }

  @Test
  void the_action_of_a_check_cannot_be_set_apart() {
    assertThat(
            faults(
                "{name: a, "
                    + PNC
                    + ", quality: [{id: a_form, type: text, severity: error, customProperties:"
                    + " [{property: assize, value: {action: warn}}]}]}"))
        .containsExactly(
            FILE
                + "CONTRACT_INVALID: Of a check of a standard only the severity can be raised."
                + " Remove the key.");
  }

  @Test
  void bounds_may_be_narrowed_and_not_widened() throws IOException {
    standard("score", "logicalType: integer\nlogicalTypeOptions: {minimum: 0, maximum: 100}\n");
    String reference = "authoritativeDefinitions: [{type: standard, url: score}]";

    Column narrow =
        column(
            "{name: a, logicalType: integer, logicalTypeOptions: {maximum: 50}, "
                + reference
                + "}");

    assertThat(narrow.options().minimum()).contains("0");
    assertThat(narrow.options().maximum()).contains("50");
    assertThat(
            faults(
                "{name: a, logicalType: integer, logicalTypeOptions: {maximum: 101}, "
                    + reference
                    + "}"))
        .containsExactly(
            FILE
                + "CONTRACT_INVALID: `maximum: 101` is less than column `a` has to promise. Its"
                + " standard `score` says `100` (schemas/_standards/score.yaml:3). A column may be"
                + " stricter than its standard; otherwise leave the key out.");
  }

  @Test
  void a_standard_that_nobody_has_is_named_with_the_nearest() {
    assertThat(faults("{name: a, authoritativeDefinitions: [{type: standard, url: pnk}]}"))
        .containsExactly(
            FILE + "UNKNOWN_STANDARD: No column standard is called `pnk`. Did you mean `pnc`?");
  }

  @Test
  void two_standards_are_one_too_many() {
    assertThat(
            faults(
                "{name: a, authoritativeDefinitions: [{type: standard, url: pnc}, {type: standard,"
                    + " url: cro}]}"))
        .containsExactly(
            FILE
                + "CONTRACT_INVALID: The column follows two standards. They could contradict each"
                + " other. Keep one.");
  }

  @Test
  void a_column_that_looks_like_one_is_worth_a_warning_and_no_problem() {
    assertThat(warnings("{name: home_postcode, logicalType: string}"))
        .containsExactly(
            FILE
                + "STANDARD_NOT_USED: Column `home_postcode` looks like one of the standard"
                + " `postcode` and does not refer to it. Its checks and its classification are not"
                + " applied. Add authoritativeDefinitions: [{type: standard, url: postcode}], or"
                + " url: none if it is something else.");
    assertThat(
            warnings(
                "{name: region, logicalType: string, authoritativeDefinitions: [{type: standard,"
                    + " url: none}]}"))
        .isEmpty();
    assertThat(warnings("{name: region, logicalType: integer}")).isEmpty();
    assertThat(warnings("{name: pnc, " + PNC + "}")).isEmpty();
  }

  @Test
  void fields_and_elements_follow_standards_too() {
    Column person =
        column(
            "{name: a, logicalType: array, items: {logicalType: object, properties: [{name: pncId,"
                + " "
                + PNC
                + "}]}}");

    QualityRule rule = person.items().orElseThrow().properties().get(0).quality().get(0);
    assertThat(rule.id()).isEqualTo("a__element__pncId_form");
    assertThat(rule.implementation().orElse(""))
        .startsWith("forall(`a`, _s1 -> coalesce(_s1.`pncId` RLIKE '");
  }

  @Test
  void the_effective_contract_says_which_standard_a_value_comes_from() {
    DomainFiles files = files("{name: a, " + PNC + "}");

    String merged =
        Effective.render(files.folder().resolve("person.odcs.yaml"), root, new Problems());

    assertThat(merged.lines())
        .contains(
            "        logicalType: string  # assize:standard/pnc.yaml:2",
            "        classification: restricted  # assize:standard/pnc.yaml:3",
            "            severity: warning  # assize:standard/pnc.yaml:7");
  }

  @Test
  void a_standard_of_the_workspace_may_not_have_the_name_of_one_that_comes_along()
      throws IOException {
    standard("pnc", "logicalType: string\n");

    assertThat(faults("{name: a, " + PNC + "}"))
        .containsExactly(
            "schemas/_standards/pnc.yaml: DUPLICATE_ID: Assize brings a standard `pnc` along. A"
                + " column would follow one of the two, and nobody could see which. Give this one"
                + " another name.");
  }

  @Test
  void what_is_wrong_with_a_standard_is_named_with_its_line() throws IOException {
    Files.createDirectories(root.resolve("schemas/_standards"));
    Files.writeString(
        root.resolve("schemas/_standards/score.yaml"),
        """
        description: A score
        logicalType: text
        pattern: "["
        checks:
          - {id: range, implementation: "true", description: d, dimension: conformity}
          - {id: b, implementation: "{column} RLIKE {pattern}", description: d, dimension: conformity, severty: info}
        """);
    Files.writeString(root.resolve("schemas/_standards/notes.txt"), "");

    assertThat(faults("{name: a, logicalType: string}"))
        .extracting(fault -> fault.replaceAll("^schemas/_standards/|\\..*? [A-Z_]+: ", " "))
        .hasSize(7);
    assertThat(String.join("\n", faults("{name: a, logicalType: string}")))
        .contains(
            "notes.txt: WORKSPACE_INVALID: Nothing reads this file.",
            "score.yaml:1: MISSING_KEY: `source` is missing in the standard.",
            "score.yaml:2: UNKNOWN_VALUE: `text` is no value of `logicalType`.",
            "score.yaml:3: RULE_INVALID: The pattern cannot be read.",
            "score.yaml:5: DUPLICATE_ID: `range` cannot be the id of this check.",
            "score.yaml:5: RULE_INVALID: The check says nothing of the column.",
            "score.yaml:6: UNKNOWN_KEY: `severty` is no key of a check of a standard.");
  }

  @Test
  void inherited_checks_are_compiled_as_rules_of_the_row() {
    var problems = new Problems();

    List<RowRule> rules =
        RuleCompiler.compile(files("{name: a, " + PNC + "}").contract(), problems).rowRules();

    assertThat(problems.all()).isEmpty();
    assertThat(rules)
        .filteredOn(rule -> rule.id().equals("a_form"))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.predicate())
                    .isEqualTo(
                        "coalesce((`a` RLIKE"
                            + " '\\\\A(?:([0-9]{2}|[0-9]{4})/[0-9]{1,7}[A-Z]|[0-9]{11}[A-Z])\\\\z'),"
                            + " true)"));
  }

  private void standard(String name, String rest) throws IOException {
    Path folder = Files.createDirectories(root.resolve("schemas/_standards"));
    Files.writeString(
        folder.resolve(name + ".yaml"), "description: d\n" + rest + "source: s\nchecks: []\n");
  }

  private Column column(String column) {
    return files(column).contract().columns().get(0);
  }

  private List<String> faults(String column) {
    return files(column).faults();
  }

  private List<String> warnings(String column) {
    var problems = new Problems();
    files(column).read(problems);
    assertThat(problems.all()).isEmpty();
    return problems.warnings().stream().map(Problem::toString).toList();
  }

  private DomainFiles files(String column) {
    return new DomainFiles(root, "cases")
        .with(
            "person.odcs.yaml",
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: cases.person
            version: 1.0.0
            status: active
            schema:
              - name: person
                properties:
                  - COLUMN
            customProperties:
              - property: assize
                value: {layer: curated, sources: [{name: persons, files: "a/*.jsonl", format: jsonl}], load: {mode: append}}
            """
                .replace("COLUMN", column));
  }
}
