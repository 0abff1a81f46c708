package org.assize.spark.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.spark.RowValues;
import org.assize.spark.law.TestWorkspace;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in Java are row rules like any other, and are looked at before a run. */
@SparkTest
class JavaRuleTest {

  private static final String COLUMNS =
      """
      - {name: id, logicalType: string, required: true, primaryKey: true, primaryKeyPosition: 1}
      - {name: imei, logicalType: string, classification: restricted}
      - {name: fitted_on, logicalType: date}
      - {name: seen_at, logicalType: timestamp}
      - {name: number, logicalType: integer, physicalType: int}
      - {name: share, logicalType: number}
      - {name: fine, logicalType: number, physicalType: "decimal(12,2)"}
      - {name: is_open, logicalType: boolean}
      quality:
      """;
  private static final String ASSIZE =
      """
      layer: curated
      sources: [{name: supplier_tag, files: "tag/{day}.csv", format: csv}]
      load: {mode: merge, latestBy: [_day]}
      """;
  private static final String HEADER = "id,imei,fitted_on,seen_at,number,share,fine,is_open";
  private static final String OURS = "customProperties: [{property: assize, value: {%s}}]";

  @TempDir private Path root;

  private TestWorkspace workspace(String rules) {
    return new TestWorkspace(root).contract("tags", "tag", COLUMNS + rules, ASSIZE);
  }

  private static String rule(String id, String type, String columns, String ours) {
    return "- {id: %s, type: custom, engine: assize, implementation: {java: org.assize.spark.condition.%s, columns: [%s]}, %s}\n"
        .formatted(id, type, columns, OURS.formatted(ours));
  }

  @Test
  void rows_that_a_class_refuses_go_to_quarantine_in_the_same_pass() {
    TestWorkspace workspace =
        workspace(
            rule("imei_checked", "CheckedImei", "imei", "nullPolicy: pass")
                + rule("imei_known", "CheckedImei", "imei", "nullPolicy: fail, where: is_open")
                + rule(
                    "same_day",
                    "SameDay",
                    "imei, fitted_on, seen_at, number, share, fine, is_open",
                    "action: warn"));
    workspace.deliver(
        "tag/2026-01-01.csv",
        HEADER,
        "a,490154203237518,1582-10-10,1582-10-10T23:59:59.999999Z,7,0.5,1.5,true",
        "b,490154203237519,2026-01-01,2026-01-01T00:00:00Z,7,0.5,1.5,false",
        "c,,2026-01-01,,,,,true",
        "d,,2026-01-01,,,,,false",
        "e,490154203237518,2026-01-02,2026-01-01T00:00:00Z,7,0.5,1.5,");

    TableOutcome outcome = tag(workspace.run());

    assertThat(workspace.rows("tags_curated.tag", "id"))
        .isEqualTo(Map.of(List.of("a"), 1L, List.of("d"), 1L, List.of("e"), 1L));
    assertThat(workspace.query("SELECT rules[0] FROM tags_quarantine.tag").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("imei_checked", "imei_known");
    assertThat(outcome.broken())
        .isEqualTo(Map.of("imei_checked", 1L, "imei_known", 1L, "same_day", 1L));
  }

  @Test
  void a_class_that_fails_fails_the_table_at_its_line_without_a_value() {
    TestWorkspace workspace = workspace(rule("same_day", "SameDay", "imei", "nullPolicy: pass"));
    workspace.deliver("tag/2026-01-01.csv", HEADER, "a,secret,,,,,,");

    Problem problem = tag(workspace.run()).problems().get(0);

    assertThat(problem.toString())
        .isEqualTo(
            "schemas/tags/tag.odcs.yaml:19: RULE_FAILED: The rule `same_day` failed:"
                + " IllegalStateException at SameDay.java:14. Nothing of the batch became visible."
                + " Correct its class.");
  }

  @Test
  void a_column_of_another_type_is_named() {
    TestWorkspace workspace = workspace(rule("same_day", "SameDay", "imei", "nullPolicy: pass"));
    workspace.deliver("tag/2026-01-01.csv", HEADER, "a,typed,,,,,,", "b,other,,,,,,");

    assertThat(tag(workspace.run()).problems().get(0).problem())
        .startsWith("The rule `same_day` failed: `imei` cannot be asked as `flag`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.assize.spark.condition.CheckedImai|imei|RULE_INVALID: The class `org.assize.spark.condition.CheckedImai` is in no jar of its domain. The rule names it. Correct the name, or build the domain's module: jobs/<domain>/target and jobs/<domain>/lib are looked at.",
        "java.lang.String|imei|RULE_INVALID: The class `java.lang.String` does not implement org.assize.spark.RowCondition. The rule names it. Correct the class.",
        "org.assize.spark.condition.JavaRuleTest$NoConstructor|imei|RULE_INVALID: The class `org.assize.spark.condition.JavaRuleTest$NoConstructor` has no public constructor without arguments. The rule names it. Correct the class.",
        "org.assize.spark.condition.CheckedImei|emei|UNKNOWN_COLUMN: `columns` names `emei`, which is no column of the table. Did you mean `imei`?",
        "org.assize.spark.condition.CheckedImei|imei, imei|DUPLICATE_ID: `imei` stands twice in `columns`.",
      })
  void what_is_wrong_is_told_before_a_run(String type, String columns, String problem) {
    TestWorkspace workspace =
        workspace(
            "- {id: checked, type: custom, engine: assize, implementation: {java: %s, columns: [%s]}}\n"
                .formatted(type, columns));

    assertThatThrownBy(workspace::graph)
        .isInstanceOf(PlatformException.class)
        .hasMessage("schemas/tags/tag.odcs.yaml:19: " + problem);
  }

  @Test
  void a_class_in_two_places_is_told() throws Exception {
    String file = CheckedImei.class.getName().replace('.', '/') + ".class";
    Path copy = Files.createDirectories(root.resolve(file).getParent());
    try (var bytes = CheckedImei.class.getResourceAsStream("CheckedImei.class");
        var classes =
            new URLClassLoader(
                new URL[] {root.toUri().toURL()}, CheckedImei.class.getClassLoader())) {
      Files.write(copy.resolve("CheckedImei.class"), bytes.readAllBytes());
      var problems = new Problems();

      ConditionClass.check(
          CheckedImei.class.getName(), classes, new Place("a.odcs.yaml", 3), problems);

      assertThat(problems.all())
          .singleElement()
          .hasToString(
              "a.odcs.yaml:3: RULE_INVALID: The class `org.assize.spark.condition.CheckedImei` is"
                  + " in 2 jars. The rule names it. Remove all but one; which one decides would be"
                  + " chance.");
    }
  }

  @Test
  void clocks_and_chance_are_found_in_the_code() {
    TestWorkspace workspace = workspace(rule("impure", "Impure", "imei", "nullPolicy: pass"));

    assertThatThrownBy(workspace::graph)
        .hasMessageContaining("calls `Clock.systemUTC`")
        .hasMessageContaining("calls `Random.<init>`")
        .hasMessageContaining("calls `Random.nextBoolean`")
        .hasMessageContaining("A rule is a function of its columns alone");
  }

  @Test
  void conditions_are_tested_without_spark() {
    assertThat(new CheckedImei().isMet(RowValues.of(Map.of("imei", "490154203237518")))).isTrue();
    assertThat(new CheckedImei().isMet(RowValues.of(Map.of("imei", "490154203237581")))).isFalse();
  }

  @Test
  void the_example_of_the_manual_is_the_class_that_is_tested() throws Exception {
    Path repository = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(repository.resolve("docs/quality.md"))) {
      repository = repository.getParent();
    }
    String source =
        Files.readString(
            repository.resolve(
                "jobs/framework/spark/src/test/java/org/assize/spark/condition/CheckedImei.java"));

    assertThat(Files.readString(repository.resolve("docs/quality.md")))
        .contains(source.substring(source.indexOf("public final class")));
  }

  /** Cannot be made by anybody. */
  public static final class NoConstructor implements org.assize.spark.RowCondition {
    private NoConstructor() {}

    @Override
    public boolean isMet(RowValues row) {
      return true;
    }
  }

  private static TableOutcome tag(RunReport report) {
    return TestWorkspace.outcome(report, "tags_curated.tag");
  }
}
